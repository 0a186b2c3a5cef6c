using System.Runtime.CompilerServices;
using System.Threading.Channels;
using TypedExec;

namespace Farm;

/// <summary>Runs the jobs on this machine.</summary>
/// <param name="maxConcurrency">How many commands run at once.</param>
public sealed class LocalFarm(int maxConcurrency) : IFarm
{
    public async IAsyncEnumerable<Outcome> RunAsync(IReadOnlyList<Job> jobs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A slow reader slows the commands down, so results don't accumulate.
        var outcomes = Channel.CreateBounded<Outcome>(maxConcurrency);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var limit = new ParallelOptions { MaxDegreeOfParallelism = maxConcurrency, CancellationToken = stop.Token };
        var work = Task.Run(
            async () =>
            {
                try
                {
                    await Parallel.ForEachAsync(jobs, limit, async (job, token) => await outcomes.Writer.WriteAsync(await DoAsync(job, token), token));
                    outcomes.Writer.Complete();
                }
                catch (Exception error)
                {
                    outcomes.Writer.Complete(error);
                }
            },
            CancellationToken.None);

        try
        {
            await foreach (var outcome in outcomes.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return outcome;
            }
        }
        finally
        {
            // Leaving the loop early stops the commands.
            await stop.CancelAsync();
            await work;
        }
    }

    private static async Task<Outcome> DoAsync(Job job, CancellationToken cancellationToken)
    {
        try
        {
            var result = await job.Command.ExecFile(cancellationToken: cancellationToken);
            return new Outcome(job.File, null, result.Stdout, result.Stderr);
        }
        catch (ExecException error)
        {
            return new Outcome(job.File, $"{job.Command} failed", error.Stdout, error.Stderr);
        }
    }
}
