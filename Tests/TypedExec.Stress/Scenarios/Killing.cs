namespace TypedExec.Stress.Scenarios;

/// <summary>Signals of all kinds, from many threads, at any moment of a child's life.</summary>
internal static class Killing
{
    private static readonly Signal[] Signals =
    [
        Signal.SIGTERM, Signal.SIGTERM, Signal.SIGTERM, Signal.SIGINT, Signal.SIGHUP, Signal.SIGKILL, Signal.SIGUSR1, Signal.SIGSTOP,
        Signal.SIGCONT, Signal.SIGQUIT,
    ];

    public static async Task RunAsync(Trial trial)
    {
        var script = ChildScript.NextLong(trial);
        var child = trial.Track(new Executable("sh").Spawn(["-c", "ulimit -c 0; " + script.Text], trial.Vary(new SpawnOptions())));
        var kills = new List<Task>();
        var sent = new HashSet<Signal> { Signal.SIGKILL };
        for (var i = trial.Random.Next(1, 6); i > 0; i--)
        {
            var signal = trial.Pick<Signal>(Signals);
            var delay = trial.Milliseconds(150);
            trial.Note($"{signal} after {delay.TotalMilliseconds} ms");
            trial.Figures.AddFault();
            sent.Add(signal);
            kills.Add(Task.Run(async () =>
            {
                await Task.Delay(delay);
                child.Kill(signal);
            }));
        }

        // The final signal: it may be stopped, or ignore the others.
        kills.Add(Task.Run(async () =>
        {
            await Task.Delay(300);
            child.Kill(Signal.SIGKILL);
        }));
        var record = await EventRecord.AttachAsync(trial, child, takesData: true);
        var status = await record.EndAsync();
        await Task.WhenAll(kills);
        // A shell that gets SIGINT or SIGQUIT while it waits may itself exit with 128 plus the signal.
        trial.Check(
            status == script.Status || (status.Signal is { } signal2 && sent.Contains(signal2)) || status.ExitCode > 128,
            $"the status {status} is neither the script's nor a signal that was sent");
        trial.Check(Sequence.IsBeginning(record.Stdout), "stdout is not the beginning of what was written");
        trial.Figures.AddBytes(record.Stdout.Length);
    }
}
