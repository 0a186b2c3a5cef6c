namespace TypedExec.Stress.Scenarios;

/// <summary>Children that exit by themselves, whatever they do; every event and every byte is accounted for.</summary>
internal static class Spawning
{
    private static readonly Executable Sh = new("sh");

    public static async Task RunAsync(Trial trial)
    {
        var script = ChildScript.Next(trial);
        var options = trial.Vary(new SpawnOptions { Detached = !trial.Chance(90) });
        if (options.Detached is true)
        {
            options = options with { KillOnParentExit = false };
        }

        var child = trial.Track(Sh.Spawn(script.Arguments, options));
        var nudge = script.StopsItself ? Nudge.UntilExitAsync(child) : Task.CompletedTask;
        switch (trial.Random.Next(5))
        {
            case 0 or 1:
                await ByEventsAsync(trial, child, script);
                break;
            case 2 when script is { Stdout: < 5_000, Stderr: < 5_000 }:
                await UnreadAsync(trial, child, script);
                break;
            default:
                await ByReadingAsync(trial, child, script);
                break;
        }

        await nudge;
    }

    private static async Task ByEventsAsync(Trial trial, ChildProcess child, ChildScript script)
    {
        var record = await EventRecord.AttachAsync(trial, child, takesData: true);
        trial.CheckEqual(script.Status, await record.EndAsync(), "the status");
        CheckOutput(trial, record.Stdout, script.Stdout, "stdout");
        CheckOutput(trial, record.Stderr, script.Stderr, "stderr");
    }

    /// <summary>Unread output delays nothing after the child has exited.</summary>
    private static async Task UnreadAsync(Trial trial, ChildProcess child, ChildScript script)
    {
        var record = await EventRecord.AttachAsync(trial, child, takesData: false);
        trial.CheckEqual(script.Status, await record.EndAsync(), "the status");
        // Late output is kept too, unless it is very much.
        CheckOutput(trial, await Reading.ToEndAsync(trial, child.Stdout!), script.Stdout, "stdout, read after the close");
    }

    private static async Task ByReadingAsync(Trial trial, ChildProcess child, ChildScript script)
    {
        var stdout = Reading.ToEndAsync(trial, child.Stdout!);
        var stderr = Reading.ToEndAsync(trial, child.Stderr!);
        var record = await EventRecord.AttachAsync(trial, child, takesData: false);
        CheckOutput(trial, await stdout, script.Stdout, "stdout");
        CheckOutput(trial, await stderr, script.Stderr, "stderr");
        trial.CheckEqual(script.Status, await record.EndAsync(), "the status");
    }

    private static void CheckOutput(Trial trial, ReadOnlySpan<byte> bytes, int lines, string what)
    {
        trial.Figures.AddBytes(bytes.Length);
        var expected = Sequence.Lines(lines).Span;
        trial.Check(
            bytes.SequenceEqual(expected),
            $"{what} has {bytes.Length} bytes of {expected.Length}, the same up to {bytes.CommonPrefixLength(expected)}");
    }
}
