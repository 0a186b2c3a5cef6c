namespace TypedExec.Stress.Scenarios;

/// <summary>Children that are disposed at any moment, twice and from two sides, and children that nobody keeps.</summary>
internal static class Disposing
{
    public static async Task RunAsync(Trial trial)
    {
        trial.Figures.AddFault();
        var script = ChildScript.NextLong(trial);
        if (trial.Chance(30) && script.Stdout < 5_000 && !script.StopsItself)
        {
            trial.Note("left alone");
            trial.Track(new Executable("sh").Spawn(script.Arguments, trial.Vary(new SpawnOptions())));
            return;
        }

        var child = trial.Track(new Executable("sh").Spawn(
            script.Arguments, trial.Vary(new SpawnOptions { ForceKillAfter = trial.Milliseconds(100) })));
        var reading = trial.Chance(50) ? Reading.ToEndAsync(trial, child.Stdout!) : null;
        await Task.Delay(trial.Milliseconds(200));
        var second = trial.Chance(30) ? Task.Run(async () => await child.DisposeAsync()) : Task.CompletedTask;
        await child.DisposeAsync();
        await second;
        trial.Check(child.ExitCode is not null || child.SignalCode is not null, "a child that was disposed of has no status");
        trial.Check(trial.KillsGroups || !child.Kill(), "kill says that it sent a signal to a child that was disposed of");
        if (reading is not null)
        {
            await ReadBeginningAsync(trial, reading);
        }
    }

    private static async Task ReadBeginningAsync(Trial trial, Task<byte[]> reading)
    {
        try
        {
            var bytes = await reading;
            // A last line that is cut in two is returned as a line.
            var whole = bytes.AsSpan(0, bytes.AsSpan().TrimEnd((byte)'\n').LastIndexOf((byte)'\n') + 1);
            trial.Check(Sequence.IsBeginning(whole), "what was read until the disposal is not the beginning of what was written");
            trial.Figures.AddBytes(bytes.Length);
        }
        catch (ObjectDisposedException)
        {
            // The reading began after the disposal.
        }
    }
}
