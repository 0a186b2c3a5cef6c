namespace TypedExec.Stress.Scenarios;

/// <summary>Node and .NET children that return every message, until one side stops.</summary>
internal static class Forking
{
    private const string Echo = "process.on('message', message => process.send(message)); process.on('disconnect', () => process.exit(0));";
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "TypedExec.TestProgram");
    private static readonly bool HasNode = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(static path => File.Exists(Path.Combine(path, "node")));

    public static async Task RunAsync(Trial trial)
    {
        var messages = trial.Random.Next(1, 400);
        var isCutShort = trial.Chance(40);
        var stdio = trial.Chance(50) ? new[] { Stdio.Ignore, Stdio.Ignore, Stdio.Ignore, Stdio.Ipc } : [Stdio.Ignore, Stdio.Pipe, Stdio.Pipe, Stdio.Pipe, Stdio.Ipc];
        var options = trial.Vary(new ForkOptions
        {
            Stdio = stdio,
            Serialization = trial.Pick(Serialization.Json, Serialization.Advanced),
        });
        var child = trial.Track(HasNode && trial.Chance(60) ? ForkNode(trial, options) : new Executable(Program).Fork("ipc-echo", [], options));
        trial.Note($"{child.SpawnFile} {options.Serialization} {messages} messages{(isCutShort ? ", cut short" : "")}");
        var received = new List<int>();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        child.Message += (_, e) =>
        {
            received.Add(e.Value.GetInt32());
            if (received.Count == messages)
            {
                all.TrySetResult();
            }
        };
        for (var i = 0; i < messages; i++)
        {
            child.Send(i);
        }

        if (isCutShort)
        {
            trial.Figures.AddFault();
            await Task.WhenAny(all.Task, Task.Delay(trial.Milliseconds(200)));
            child.Kill(Signal.SIGKILL);
        }
        else
        {
            await all.Task;
            child.Disconnect();
        }

        await EndAsync(trial, child, isCutShort);
        trial.Check(received.SequenceEqual(Enumerable.Range(0, received.Count)), "messages came back lost, twice or in another order");
        trial.Figures.AddMessages(2 * received.Count);
    }

    private static ChildProcess ForkNode(Trial trial, ForkOptions options)
    {
        var path = Path.ChangeExtension(trial.NewFile(), ".js");
        File.WriteAllText(path, Echo);
        return new Executable("node").Fork(path, [], options);
    }

    private static async Task EndAsync(Trial trial, ChildProcess child, bool isKilled)
    {
        var disconnects = 0;
        child.Disconnected += (_, _) => Interlocked.Increment(ref disconnects);
        var status = await child.WaitForCloseAsync();
        // Missed events of a handler that is added now come after those of the previous one.
        var late = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        child.Closed += (_, _) => late.TrySetResult();
        await late.Task;
        trial.Check(!child.Connected, "a child that has ended is connected");
        trial.CheckEqual(1, Volatile.Read(ref disconnects), "the events of the disconnect");
        trial.Check(
            status.ExitCode == 0 || (isKilled && status.Signal == Signal.SIGKILL), $"the status {status} is that of a child that failed");
    }
}
