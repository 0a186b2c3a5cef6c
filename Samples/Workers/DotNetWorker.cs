using TypedExec;

namespace Workers;

/// <summary>Does what <c>worker.js</c> does, in C#: the child's side of the channel.</summary>
internal static class DotNetWorker
{
    public static async Task RunAsync(ParentChannel parent)
    {
        await foreach (var job in parent.ReadMessagesAsync(WorkersJson.Default.Job))
        {
            if (job.Crash)
            {
                Environment.Exit(70);
            }

            var result = new JobResult(job.Number, CountPrimes(job.Limit), $".NET {Environment.ProcessId}");
            await parent.SendAsync(result, WorkersJson.Default.JobResult);
        }
    }

    private static int CountPrimes(int limit)
    {
        var primes = 0;
        for (var n = 2; n < limit; n++)
        {
            var isPrime = true;
            for (var d = 2; d * d <= n && isPrime; d++)
            {
                isPrime = n % d != 0;
            }

            primes += isPrime ? 1 : 0;
        }

        return primes;
    }
}
