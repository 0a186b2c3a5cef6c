using System.Collections.Concurrent;
using TypedExec;

namespace Workers;

/// <summary>
/// Distributes jobs over forked workers, one job at a time each. A worker that exits while it has a job is replaced, and another
/// worker gets the job.
/// </summary>
internal sealed class WorkerPool(IReadOnlyList<Func<ForkedProcess<Job, JobResult>>> starts, Action<string> report)
{
    private readonly ConcurrentQueue<Job> _jobs = new();

    public async Task<IReadOnlyList<JobResult>> RunAsync(IEnumerable<Job> jobs)
    {
        foreach (var job in jobs)
        {
            _jobs.Enqueue(job);
        }

        var results = new ConcurrentBag<JobResult>();
        var total = _jobs.Count;
        void Done(JobResult result)
        {
            results.Add(result);
            report($"{results.Count,3} of {total}: job {result.Number} has {result.Primes} primes, by {result.By}");
        }

        await Task.WhenAll(starts.Select(start => WorkAsync(start, Done)));
        return [.. results.OrderBy(result => result.Number)];
    }

    private async Task WorkAsync(Func<ForkedProcess<Job, JobResult>> start, Action<JobResult> done)
    {
        while (!_jobs.IsEmpty)
        {
            await using var worker = start();
            var lost = await ServeAsync(worker, done);
            if (lost is null)
            {
                worker.Disconnect();
                await worker.Process.WaitForExitAsync();
                return;
            }

            var status = await worker.Process.WaitForExitAsync();
            report($"worker {worker.Process.Pid} ended with code {status.ExitCode}; job {lost.Number} goes to another");
            _jobs.Enqueue(lost with { Crash = false });
        }
    }

    /// <summary>Passes jobs to a worker until there are none. Returns the job that it had when it exited, or null.</summary>
    private async Task<Job?> ServeAsync(ForkedProcess<Job, JobResult> worker, Action<JobResult> done)
    {
        await using var results = worker.ReadMessagesAsync().GetAsyncEnumerator();
        while (_jobs.TryDequeue(out var job))
        {
            if (!worker.Send(job) && !worker.Process.Connected)
            {
                return job;
            }

            if (!await results.MoveNextAsync())
            {
                return job;
            }

            done(results.Current);
        }

        return null;
    }
}
