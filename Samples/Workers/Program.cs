using TypedExec;
using Workers;

if (ParentChannel.Connect(exitWhenClosed: true) is { } parent)
{
    await DotNetWorker.RunAsync(parent);
    return 0;
}

var folder = AppContext.BaseDirectory;
var hasNode = (Environment.GetEnvironmentVariable("PATH") ?? "")
    .Split(Path.PathSeparator).Any(directory => File.Exists(Path.Combine(directory, "node")));
ForkedProcess<Job, JobResult> StartDotNet() => DotNet.Fork(Path.Combine(folder, "Workers.dll"));
ForkedProcess<Job, JobResult> StartNode() => Node.Fork(Path.Combine(folder, "worker.js"));
List<Func<ForkedProcess<Job, JobResult>>> starts = hasNode
    ? [StartDotNet, StartDotNet, StartNode, StartNode]
    : [StartDotNet, StartDotNet];
if (!hasNode)
{
    Console.WriteLine("node is not on the PATH: the workers are .NET ones alone.");
}

// Two of the jobs crash the worker that gets them.
var jobs = Enumerable.Range(1, 24).Select(number => new Job(number, number * 10_000, Crash: number is 5 or 11));
var results = await new WorkerPool(starts, Console.WriteLine).RunAsync(jobs);

Console.WriteLine($"{results.Count} jobs done, {results.Sum(result => result.Primes)} primes in all.");
return results.Count == 24 ? 0 : 1;
