namespace TypedExec.Stress.Scenarios;

/// <summary>The sync calls, each on its own thread: input, output, timeouts, <c>MaxBuffer</c>.</summary>
internal static class SyncCalls
{
    public static Task RunAsync(Trial trial)
        => Task.Factory.StartNew(() => Run(trial), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static void Run(Trial trial)
    {
        trial.Figures.AddChildren(1);
        switch (trial.Random.Next(4))
        {
            case 0:
                Echo(trial);
                break;
            case 1:
                Limit(trial);
                break;
            default:
                Script(trial);
                break;
        }
    }

    private static void Echo(Trial trial)
    {
        var input = new byte[trial.Random.Next(1_000_000)];
        trial.Random.NextBytes(input);
        trial.Note($"cat of {input.Length} bytes");
        var result = new Executable("cat").SpawnSync([], trial.Vary(new SpawnSyncOptions { Input = input }));
        trial.CheckEqual(0, result.ExitCode ?? -1, "the status of cat");
        trial.Check(result.Output![1].AsSpan().SequenceEqual(input), "cat gave other bytes back");
        trial.Figures.AddBytes(2L * input.Length);
    }

    private static void Script(Trial trial)
    {
        var script = ChildScript.Next(trial);
        if (script.StopsItself)
        {
            // It could only be continued from outside.
            return;
        }

        var result = new Executable("sh").SpawnSync(script.Arguments, trial.Vary(new SpawnSyncOptions()));
        trial.CheckEqual(script.Status, result.Status, "the status");
        trial.Check(result.Output![1].AsSpan().SequenceEqual(Sequence.Lines(script.Stdout).Span), "stdout is not what was written");
        trial.Check(result.Output![2].AsSpan().SequenceEqual(Sequence.Lines(script.Stderr).Span), "stderr is not what was written");
        trial.Figures.AddBytes(result.Output[1]!.Length + result.Output[2]!.Length);
    }

    private static void Limit(Trial trial)
    {
        trial.Figures.AddFault();
        var script = ChildScript.NextLong(trial);
        var options = trial.Vary(new SpawnSyncOptions
        {
            Timeout = TimeSpan.FromMilliseconds(1 + trial.Random.Next(300)),
            ForceKillAfter = trial.Milliseconds(100),
            MaxBuffer = trial.Chance(30) ? trial.Random.Next(500_000) : long.MaxValue,
            KillSignal = script.StopsItself ? Signal.SIGKILL : Signal.SIGTERM,
        });
        var result = new Executable("sh").SpawnSync(script.Arguments, options);
        if (result.Error is null)
        {
            trial.CheckEqual(script.Status, result.Status, "the status of a call that met no limit");
            trial.Check(result.Output![1].AsSpan().SequenceEqual(Sequence.Lines(script.Stdout).Span), "stdout is not what was written");
        }
        else
        {
            var code = (result.Error as ExecException)?.Code;
            trial.Check(code is "ETIMEDOUT" or "ENOBUFS", $"an unexpected error: {result.Error}");
            trial.Check(Sequence.IsBeginning(result.Output![1]), "stdout is not the beginning of what was written");
        }

        trial.Figures.AddBytes(result.Output![1]!.Length);
    }
}
