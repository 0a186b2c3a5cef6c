using TypedExec.Events;

namespace TypedExec.Children;

/// <summary>Copies between a child and a stream of the caller's that has no descriptor of its own (<c>Stdio.From(Stream)</c>).</summary>
internal static class StreamCopy
{
    /// <param name="input">The child's input, if that is what the stream is for.</param>
    /// <param name="output">The child's output, if that is what the stream is for.</param>
    /// <param name="stream">The caller's stream.</param>
    /// <param name="failed">Called when the caller's stream fails.</param>
    /// <param name="childEnded">Cancelled when the child has ended.</param>
    /// <summary>Copies to the end. A failure of the caller's stream is reported; that the child stopped reading is none.</summary>
    public static async Task RunAsync(
        ChildInput? input, ChildOutput? output, Stream stream, Action<Exception> failed, CancellationToken childEnded)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        LoopThread.AssertIsOther();
        try
        {
            if (input is not null)
            {
                await StreamFeed.RunAsync(stream, input, childEnded).ConfigureAwait(false);
            }
            else if (output is not null)
            {
                await output.CopyToAsync(stream).ConfigureAwait(false);
                await stream.FlushAsync().ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            failed(exception);
        }
        finally
        {
            input?.CloseEnd();
            output?.CloseEnd();
        }
    }
}
