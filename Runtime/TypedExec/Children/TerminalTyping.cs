using TypedExec.Events;
using TypedExec.Platform;
using TypedExec.Requests;

namespace TypedExec.Children;

/// <summary>Types a run's input into the child's pseudo-terminal, followed by the end of input.</summary>
internal static class TerminalTyping
{
    /// <param name="child">The child.</param>
    /// <param name="input">The pipe that its terminal reads from.</param>
    /// <param name="typed">The input to type.</param>
    /// <param name="failed">Called when the caller's stream fails.</param>
    /// <param name="childEnded">Canceled when the child has exited.</param>
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
            // The child has exited, the terminal was closed, or somebody else is typing now.
        }
    }
}
