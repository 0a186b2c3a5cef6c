using TypedExec.Events;
using TypedExec.Platform;
using TypedExec.Requests;

namespace TypedExec.Children;

/// <summary>Types what a run gives a child to read at its pseudo-terminal, and after it the end of input.</summary>
internal static class TerminalTyping
{
    /// <param name="child">The child.</param>
    /// <param name="input">What its terminal reads from.</param>
    /// <param name="typed">What is typed.</param>
    /// <param name="failed">Called when the caller's stream fails.</param>
    /// <param name="childEnded">Cancelled when the child has ended.</param>
    public static async Task RunAsync(
        StartedChild child, ChildInput input, TerminalInput typed, Action<Exception> failed, CancellationToken childEnded)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        LoopThread.AssertIsOther();
        try
        {
            if (typed.Stream is { } stream)
            {
                await StreamFeed.CopyAsync(stream, input, childEnded).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            failed(exception);
        }

        try
        {
            await input.WriteAsync(typed.Bytes, childEnded).ConfigureAwait(false);
            await child.EndTerminalInputAsync(input, typed.EndsWithLine, childEnded).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // The child is gone, the terminal was closed, or somebody else types now.
        }
    }
}
