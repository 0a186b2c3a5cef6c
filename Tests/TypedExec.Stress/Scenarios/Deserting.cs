namespace TypedExec.Stress.Scenarios;

/// <summary>
/// One side stops listening while the other one is still sending: the parent closes an output, the child its input.
/// </summary>
internal static class Deserting
{
    public static async Task RunAsync(Trial trial)
    {
        trial.Figures.AddFault();
        if (trial.Chance(50))
        {
            await ByParentAsync(trial);
        }
        else
        {
            await ByChildAsync(trial);
        }
    }

    /// <summary>A child that writes to a pipe without a reader gets SIGPIPE.</summary>
    private static async Task ByParentAsync(Trial trial)
    {
        var child = trial.Track(new Executable("yes").Spawn([], trial.Vary(new SpawnOptions())));
        var buffer = new byte[trial.Random.Next(1, 100_000)];
        var count = await child.Stdout!.ReadAsync(buffer);
        trial.Check(count > 0, "yes wrote nothing");
        var reading = trial.Chance(50) ? child.Stdout.ReadAsync(buffer).AsTask() : Task.FromResult(0);
        await child.Stdout.DisposeAsync();
        try
        {
            await reading;
        }
        catch (ObjectDisposedException)
        {
            // It was in progress when the output was closed.
        }

        var record = await EventRecord.AttachAsync(trial, child, takesData: false);
        trial.CheckEqual(new ExitStatus(null, Signal.SIGPIPE), await record.EndAsync(), "the status of a writer without a reader");
    }

    /// <summary>A parent that writes to a child that doesn't read gets EPIPE, and no signal.</summary>
    private static async Task ByChildAsync(Trial trial)
    {
        var child = trial.Track(new Executable("sh").Spawn(["-c", "head -c 1000 >/dev/null; exec <&-; sleep 0.1; exit 3"], trial.Vary(new SpawnOptions())));
        var record = await EventRecord.AttachAsync(trial, child, takesData: true);
        try
        {
            await child.Stdin!.WriteAsync(Sequence.Lines(100_000));
            trial.Check(false, "500,000 bytes went into a child that reads 1,000");
        }
        catch (IOException)
        {
        }

        trial.CheckEqual(new ExitStatus(3, null), await record.EndAsync(), "the status");
    }
}
