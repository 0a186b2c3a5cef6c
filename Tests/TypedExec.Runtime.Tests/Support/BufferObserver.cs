using TypedExec.IO;

namespace TypedExec.Tests;

/// <summary>Hears that a buffer which a test has made itself has more than it may have.</summary>
/// <param name="refused">Called then.</param>
internal sealed class BufferObserver(Action refused) : IBufferObserver
{
    public void OnRefused(OutputBuffer buffer) => refused();
}
