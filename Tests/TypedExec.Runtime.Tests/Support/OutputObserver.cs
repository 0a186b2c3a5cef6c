using TypedExec.IO;

namespace TypedExec.Tests;

/// <summary>Is notified of the end of an output that a test has created itself.</summary>
/// <param name="ended">Called at the end.</param>
internal sealed class OutputObserver(Action? ended = null) : IOutputObserver
{
    public void OnEnded() => ended?.Invoke();

    public void OnFailed(Exception exception)
    {
    }
}
