namespace TypedExec.Stress.Scenarios;

/// <summary>Captured runs that exceed, or just don't exceed, a timeout, a cancellation or <c>MaxBuffer</c>.</summary>
internal static class Limiting
{
    public static async Task RunAsync(Trial trial)
    {
        var script = ChildScript.NextLong(trial);
        trial.Figures.AddFault();
        using var cancellation = new CancellationTokenSource();
        var options = new ExecFileOptions { ThrowOnFailure = false, ForceKillAfter = trial.Milliseconds(200) };
        var limit = trial.Random.Next(3);
        options = limit switch
        {
            0 => options with { Timeout = TimeSpan.FromMilliseconds(1 + trial.Random.Next(300)) },
            1 => options with { MaxBuffer = trial.Random.Next(2_000_000) },
            _ => options,
        };
        if (script.StopsItself)
        {
            // A stopped process only obeys SIGKILL.
            options = options with { KillSignal = Signal.SIGKILL };
        }

        if (limit == 2)
        {
            var delay = trial.Milliseconds(250);
            trial.Note($"cancelled after {delay.TotalMilliseconds} ms");
            cancellation.CancelAfter(delay);
        }

        var execution = new Executable("sh").ExecFile(script.Arguments, trial.Vary(options), cancellation.Token);
        trial.Track(execution.Child);
        var nudge = script.StopsItself && execution.Child.Pid is not null ? Nudge.UntilExitAsync(execution.Child) : Task.CompletedTask;
        await EndAsync(trial, script, execution, cancellation.Token);
        await nudge;
        trial.Check(trial.KillsGroups || !execution.Child.Kill(), "kill says that it sent a signal to a child whose run has ended");
    }

    private static async Task EndAsync(Trial trial, ChildScript script, Execution execution, CancellationToken cancellationToken)
    {
        try
        {
            var result = await execution;
            trial.CheckEqual(script.Status, new ExitStatus(result.ExitCode, result.Signal), "the status of a run that met no limit");
            trial.Check(result.StdoutBytes.Span.SequenceEqual(Sequence.Lines(script.Stdout).Span), "a run that met no limit lacks some of its output");
            trial.Figures.AddBytes(result.StdoutBytes.Length);
        }
        catch (OperationCanceledException exception)
        {
            trial.CheckEqual(cancellationToken, exception.CancellationToken, "the token of the cancellation");
        }
        catch (ExecException exception)
        {
            trial.Check(exception.Killed, $"a run was neither killed nor is its result given: {exception}");
            trial.Check(
                exception.TimedOut || exception.Code == "ERR_CHILD_PROCESS_STDIO_MAXBUFFER", $"a killed run names no limit: {exception}");
            var stdout = System.Text.Encoding.ASCII.GetBytes(exception.Stdout);
            trial.Check(Sequence.IsBeginning(stdout), "the output of a killed run is not the beginning of what was written");
            trial.Figures.AddBytes(stdout.Length);
        }
    }
}
