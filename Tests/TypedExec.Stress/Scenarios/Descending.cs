namespace TypedExec.Stress.Scenarios;

/// <summary>Children whose descendants hold their output open, ignore signals, or outlive them.</summary>
internal static class Descending
{
    public static async Task RunAsync(Trial trial)
    {
        trial.Figures.AddFault();
        var lines = trial.Random.Next(1, 3_000);
        var code = trial.Random.Next(256);
        switch (trial.Random.Next(3))
        {
            case 0:
                await DrainedAsync(trial, lines, code);
                break;
            case 1:
                await KilledAsync(trial, lines);
                break;
            default:
                await LateAsync(trial, lines, code);
                break;
        }
    }

    /// <summary>A descendant that would hold stdout open for long: <c>DrainTimeout</c> ends that.</summary>
    private static async Task DrainedAsync(Trial trial, int lines, int code)
    {
        var options = trial.Vary(new SpawnOptions { DrainTimeout = trial.Milliseconds(100) });
        var child = trial.Track(new Executable("sh").Spawn(["-c", $"seq 1 {lines}; sleep 1 & exit {code}"], options));
        var record = await EventRecord.AttachAsync(trial, child, takesData: true);
        trial.CheckEqual(new ExitStatus(code, null), await record.EndAsync(), "the status");
        trial.Check(record.Stdout.SequenceEqual(Sequence.Lines(lines).Span), "stdout is not what the child itself wrote");
        trial.Figures.AddBytes(record.Stdout.Length);
    }

    /// <summary>A family, some of whom ignore the signal: none of it is left.</summary>
    private static async Task KilledAsync(Trial trial, int lines)
    {
        var script = $"seq 1 {lines}; sleep 60 & (trap '' TERM; sleep 60; sleep 60) & (sleep 60 & wait) & wait";
        var options = trial.Vary(new SpawnOptions { KillDescendants = true, ForceKillAfter = trial.Milliseconds(150) });
        var child = trial.Track(new Executable("sh").Spawn(["-c", script], options));
        var record = await EventRecord.AttachAsync(trial, child, takesData: true);
        await Task.Delay(trial.Milliseconds(200));
        child.Kill();
        var status = await record.EndAsync();
        trial.Check(status.Signal is Signal.SIGTERM or Signal.SIGKILL, $"the status {status} is not that of a killed child");
        trial.Check(Sequence.IsBeginning(record.Stdout), "stdout is not the beginning of what was written");
        trial.Figures.AddBytes(record.Stdout.Length);
    }

    private static async Task LateAsync(Trial trial, int lines, int code)
    {
        var script = $"(sleep 0.1; seq 1 {lines}) & (sleep 0.05; seq 1 {lines} >&2) & exit {code}";
        var result = await Track(trial, new Executable("sh").ExecFile(["-c", script], trial.Vary(new ExecFileOptions { ThrowOnFailure = false })));
        trial.CheckEqual((int?)code, result.ExitCode, "the exit code");
        trial.Check(result.StdoutBytes.Span.SequenceEqual(Sequence.Lines(lines).Span), "stdout is not what the descendant wrote");
        trial.Check(result.StderrBytes.Span.SequenceEqual(Sequence.Lines(lines).Span), "stderr is not what the descendant wrote");
        trial.Figures.AddBytes(result.StdoutBytes.Length + result.StderrBytes.Length);
    }

    private static Task<ExecResult> Track(Trial trial, Execution execution)
    {
        trial.Track(execution.Child);
        return execution.AsTask();
    }
}
