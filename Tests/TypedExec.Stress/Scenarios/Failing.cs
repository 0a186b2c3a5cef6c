namespace TypedExec.Stress.Scenarios;

/// <summary>Programs that can't be started: the correct error, and nothing left of the attempt.</summary>
internal static class Failing
{
    private static readonly string TooLong = new('a', 300_000);

    public static async Task RunAsync(Trial trial)
    {
        trial.Figures.AddFault();
        var (program, args, options, code) = trial.Random.Next(7) switch
        {
            < 4 or 5 when Emulator.IsUsed => ("true", Array.Empty<string>(), OnBadDescriptor(), "EBADF"),
            0 => ("/no/such", [], new SpawnOptions(), "ENOENT"),
            1 => ("no-such-program-on-the-path", [], new SpawnOptions(), "ENOENT"),
            2 => ("/etc/passwd", [], new SpawnOptions(), "EACCES"),
            3 => ("/", [], new SpawnOptions(), "EACCES"),
            4 => ("true", [], new SpawnOptions { Stdio = [Stdio.Pipe, Stdio.Pipe, Stdio.Pipe, Stdio.File("/no/such/file", FileMode.Open, FileAccess.Read)] }, "ENOENT"),
            5 => ("true", [TooLong], new SpawnOptions(), "E2BIG"),
            _ => ("true", [], OnBadDescriptor(), "EBADF"),
        };
        trial.Note($"{program} {code}");
        if (trial.Chance(30))
        {
            var result = new Executable(program).SpawnSync(args, trial.Vary(new SpawnSyncOptions { Stdio = options.Stdio }));
            trial.CheckEqual(code, (result.Error as ExecException)?.Code, "the error's code");
            return;
        }

        var child = trial.Track(new Executable(program).Spawn(args, trial.Vary(options)));
        var record = await EventRecord.AttachAsync(trial, child, takesData: true);
        var raised = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        child.Error += (_, e) => raised.TrySetResult(e.Exception);
        trial.CheckEqual(code, ((ExecException)await raised.Task).Code, "the error's code");
        await record.EndAsync();
        await child.DisposeAsync();
    }

    private static SpawnOptions OnBadDescriptor() => new() { Stdio = [Stdio.Pipe, Stdio.Fd(900_000), Stdio.Pipe] };
}
