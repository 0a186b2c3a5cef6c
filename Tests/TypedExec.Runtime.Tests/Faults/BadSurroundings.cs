using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Faults;

/// <summary>A parent without stdio or directory, and children that multiply.</summary>
public sealed class BadSurroundings
{
    [Fact]
    public async Task A_parent_without_stdin_stdout_and_stderr_spawns_as_always()
    {
        using var directory = new TempDirectory();
        var result = directory["result"];

        _ = await Sh.ExecFile("-c", $"exec {OwnProcess.File} closed-stdio {result} <&- >&- 2>&-").Soon();

        Assert.Equal(["text", "sync", "out 4", "0 pipes inherited"], await File.ReadAllLinesAsync(result));
    }

    [Fact]
    public async Task A_parent_whose_directory_was_deleted_spawns_as_always()
    {
        using var directory = new TempDirectory();
        Directory.CreateDirectory(directory["work"]);

        Assert.Equal("still /usr", await OwnProcess.RunAsync("deleted-directory", directory["work"]));
    }

    [Fact]
    public async Task A_working_directory_that_was_deleted_is_ENOENT_with_the_option_named()
    {
        var error = await True.ExecFile([], new ExecFileOptions { Cwd = "/no/such/directory" }).FailureAsync();

        Assert.Equal("ENOENT", error.Code);
        Assert.Contains("option Cwd", error.Message);
    }

    [Fact]
    public async Task A_family_that_multiplies_is_killed_to_the_last()
    {
        // 2^7 processes at the most; the kill comes while they still fork.
        const string Script = "f() { if [ $1 -gt 0 ]; then f $(($1 - 1)) & f $(($1 - 1)) & fi; echo x; sleep 300; }; f 6";
        var child = SpawnScript(Script, new SpawnOptions { Detached = true, KillDescendants = true, KillSignal = Signal.SIGKILL });
        await child.Stdout!.ReadLinesAsync().Take(5).ToListAsync().AsTask().Soon();

        child.Kill(Signal.SIGKILL);

        await child.WaitForCloseAsync().Soon();
        await Waiting.UntilAsync(() => Processes.OfSession(child.Pid!.Value).Length == 0, "the end of the last of the family");
    }
}
