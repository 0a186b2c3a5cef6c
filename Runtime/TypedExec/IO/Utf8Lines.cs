using System.Runtime.CompilerServices;
using System.Text;

namespace TypedExec.IO;

/// <summary>Lines in UTF-8, where the byte of a line's end is nothing else: cut first, then decoded, each into its string.</summary>
/// <remarks>An enumerator by hand: a line that has been read already costs no asynchronous step.</remarks>
internal sealed class Utf8Lines(Utf8LineReader reader, Encoding encoding, CancellationTokenSource cancellation) : IAsyncEnumerator<string>
{
    public string Current { get; private set; } = "";

    public ValueTask<bool> MoveNextAsync() => TryTakeLine() ? new ValueTask<bool>(true) : ReadOnAsync();

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        cancellation.Dispose();
        return ValueTask.CompletedTask;
    }

    private bool TryTakeLine()
    {
        if (!reader.TryRead(out var line))
        {
            return false;
        }

        Current = encoding.GetString(line);
        return true;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> ReadOnAsync()
        => await reader.WaitToReadAsync(cancellation.Token).ConfigureAwait(false) && TryTakeLine();
}
