using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Faults;

/// <summary>A parent without stdio or directory, and children that multiply.</summary>
public sealed class BadEnvironmentTests
{
    [Fact]
    public async Task A_parent_without_stdin_stdout_and_stderr_can_spawn()
    {
        using var directory = new TempDirectory();
        var result = directory["result"];

        _ = await Sh.ExecFile("-c", $"exec {OwnProcess.File} closed-stdio {result} <&- >&- 2>&-").Soon();

        Assert.Equal(["text", "sync", "out 4", "0 pipes inherited"], await File.ReadAllLinesAsync(result));
    }

    [Fact]
    public async Task A_parent_whose_directory_was_deleted_can_spawn()
    {
        using var directory = new TempDirectory();
        Directory.CreateDirectory(directory["work"]);

        Assert.Equal("still /usr", await OwnProcess.RunAsync("deleted-directory", directory["work"]));
    }

    [Fact]
    public async Task A_working_directory_deleted_before_the_spawn_is_ENOENT_that_names_the_option()
    {
        using var directory = new TempDirectory();
        var work = directory["work"];
        Directory.CreateDirectory(work);
        var options = new ExecFileOptions { Cwd = work };
        Assert.Equal($"{work}\n", (await new Executable("pwd").ExecFile([], options).Soon()).Stdout);

        Directory.Delete(work);
        ExecException[] errors =
        [
            await True.ExecFile([], options).FailureAsync(),
            Assert.Throws<ExecException>(() => True.ExecFileSync([], options)),
            await Assert.ThrowsAsync<ExecException>(() => True.Spawn([], new SpawnOptions { Cwd = work }).WaitForCloseAsync().Soon()),
            Assert.IsType<ExecException>(True.SpawnSync([], new SpawnSyncOptions { Cwd = work }).Error),
        ];

        Assert.All(errors, static error => Assert.Equal("ENOENT", error.Code));
        Assert.All(errors, error => Assert.Contains($"'{work}' (option Cwd)", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_working_directory_that_comes_and_goes_is_the_childs_or_ENOENT()
    {
        using var directory = new TempDirectory();
        var work = directory["work"];
        using var stop = new CancellationTokenSource();
        var changing = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                Directory.CreateDirectory(work);
                Thread.Yield();
                Directory.Delete(work);
            }
        });

        var results = Enumerable.Range(0, 100).Select(_ => new Executable("true").SpawnSync([], new SpawnSyncOptions { Cwd = work })).ToArray();
        await stop.CancelAsync();
        await changing;

        Assert.All(results, static result => Assert.Contains((result.Error as ExecException)?.Code ?? $"{result.ExitCode}", new[] { "0", "ENOENT" }));
    }

    [Fact]
    public async Task Every_process_of_a_growing_family_is_killed()
    {
        // At most 2^7 processes; the kill arrives while they are still forking.
        const string Script = "f() { if [ $1 -gt 0 ]; then f $(($1 - 1)) & f $(($1 - 1)) & fi; echo x; sleep 300; }; f 6";
        var child = SpawnScript(Script, new SpawnOptions { Detached = true, KillDescendants = true, KillSignal = Signal.SIGKILL });
        await child.Stdout!.ReadLinesAsync().Take(5).ToListAsync().AsTask().Soon();

        child.Kill(Signal.SIGKILL);

        await child.WaitForCloseAsync().Soon();
        await Waiting.UntilAsync(() => Processes.OfSession(child.Pid!.Value).Length == 0, "the end of the last of the family");
    }
}
