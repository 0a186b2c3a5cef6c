using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace TypedExec.Running;

/// <summary>A run whose lines are handed out as they arrive.</summary>
/// <param name="End">Completes, or fails, when the run has ended.</param>
/// <param name="StopAsync">Stops what is still running, and waits for it.</param>
internal readonly record struct LineRun(Task End, Func<ValueTask> StopAsync);

/// <summary>Hands out the lines of a run as they arrive.</summary>
internal static class LineFeed
{
    /// <summary>How many lines may wait for their reader before the child has to wait.</summary>
    private const int Capacity = 1024;

    /// <param name="start">Starts the run, which passes every line to the delegate.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Func<Func<T, ValueTask>, CancellationToken, LineRun> start, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = Channel.CreateBounded<T>(new BoundedChannelOptions(Capacity) { SingleReader = true });
        using var left = new CancellationTokenSource();
        var leaving = left.Token;
        var run = start(line => lines.Writer.WriteAsync(line, leaving), cancellationToken);
        _ = run.End.ContinueWith(
            _ => lines.Writer.TryComplete(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            await foreach (var line in lines.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return line;
            }

            await run.End.ConfigureAwait(false);
        }
        finally
        {
            await left.CancelAsync().ConfigureAwait(false);
            await run.StopAsync().ConfigureAwait(false);
            await run.End.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
