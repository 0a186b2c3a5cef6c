using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Platform;

/// <summary>What a child inherits, and what it must not.</summary>
public sealed class InheritanceTests
{
    [Fact]
    public async Task No_descriptor_beyond_its_stdio()
    {
        using var directory = new TempDirectory();
        using var opened = File.OpenHandle(directory["out"], FileMode.Create, FileAccess.Write);
        await using var other = Cat.Spawn();

        // The fourth one belongs to ls itself.
        Assert.Equal("0\n1\n2\n3\n", (await new Executable("ls").ExecFile("/proc/self/fd").Soon()).Stdout);
    }

    [Fact]
    public void No_descriptor_beyond_its_stdio_in_a_sync_call()
        => Assert.Equal("0\n1\n2\n3\n", new Executable("ls").ExecFileSync(["/proc/self/fd"]).Stdout);

    [Fact]
    public async Task No_descriptor_that_was_opened_to_be_inherited()
    {
        // dup creates a descriptor without close-on-exec, as native code does.
        using var directory = new TempDirectory();
        using var file = File.OpenHandle(directory["out"], FileMode.Create, FileAccess.Write);
        var leaky = NativeCalls.Duplicate((int)file.DangerousGetHandle());

        var listing = (await new Executable("ls").ExecFile("/proc/self/fd").Soon()).Stdout;

        Assert.Equal(0, NativeCalls.Close(leaky));
        Assert.Equal("0\n1\n2\n3\n", listing);
    }

    [Fact]
    public async Task An_empty_signal_mask()
        => Assert.Equal("0000000000000000", Processes.StatusLine(await OwnStatusAsync(), "SigBlk"));

    [Fact]
    public async Task SIGPIPE_with_its_default_even_if_the_parent_ignores_it()
    {
        var sigPipe = Processes.Bit(Signal.SIGPIPE);
        var own = Convert.ToUInt64(Processes.StatusLine(await File.ReadAllTextAsync("/proc/self/status"), "SigIgn"), 16);
        var childs = Convert.ToUInt64(Processes.StatusLine(await OwnStatusAsync(), "SigIgn"), 16);

        Assert.Equal(sigPipe, own & sigPipe);
        Assert.Equal(0UL, childs & sigPipe);
    }

    [Fact]
    public async Task SIGHUP_still_ignored_if_the_parent_runs_under_nohup()
    {
        SkipWithout("nohup");

        var output = (await new Executable("nohup").ExecFile(OwnProcess.File, "exec-file", "cat", "/proc/self/status").Soon()).Stdout;

        // glibc's posix_spawn ignores 32 and 33, its own two signals, which no program can handle.
        const ulong Glibcs = 3UL << (32 - 1);
        Assert.Equal(
            Processes.Bit(Signal.SIGHUP) | Processes.InheritedIgnoredSignals(),
            Convert.ToUInt64(Processes.StatusLine(output, "SigIgn"), 16) & ~Glibcs);
    }

    [Fact]
    public async Task The_parents_working_directory()
        => Assert.Equal(Environment.CurrentDirectory + "\n", (await new Executable("pwd").ExecFile().Soon()).Stdout);

    [Fact]
    public async Task The_option_Cwd_as_working_directory()
    {
        Assert.Equal("/usr\n", (await new Executable("pwd").ExecFile([], new ExecFileOptions { Cwd = "/usr" }).Soon()).Stdout);
        Assert.Equal("/usr\n", new Executable("pwd").ExecFileSync([], new ExecFileOptions { Cwd = "/usr" }).Stdout);
    }

    [Fact]
    public async Task Arguments_exactly_as_given()
    {
        string[] arguments = ["", " ", "a b", "'", "\"", "\\", "$HOME", "*", "\n", "é漢😀", "-n", "--"];

        var result = await new Executable("printf").ExecFile(["%s\\0", .. arguments]).Soon();

        Assert.Equal(arguments, result.Stdout.Split('\0')[..^1]);
    }

    [Fact]
    public async Task A_long_argument_list_as_a_whole()
    {
        var arguments = Enumerable.Range(0, 20_000).Select(i => $"argument {i}").ToArray();

        Assert.Equal(string.Join('\n', arguments) + "\n", (await new Executable("printf").ExecFile(["%s\\n", .. arguments]).Soon()).Stdout);
    }

    [Fact]
    public async Task An_argument_that_is_too_long_for_the_kernel_is_an_error_E2BIG()
        => Assert.Equal("E2BIG", (await True.ExecFile(new string('a', 1_000_000)).FailureAsync()).Code);

    [Fact]
    public async Task The_parents_session_and_process_group_without_Detached()
    {
        var own = File.ReadAllText("/proc/self/stat");
        var childs = (await Cat.ExecFile("/proc/self/stat").Soon()).Stdout;

        Assert.Equal(GroupAndSession(own), GroupAndSession(childs));
    }

    private static string[] GroupAndSession(string stat) => stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[2..4];

    private static async Task<string> OwnStatusAsync() => (await Cat.ExecFile("/proc/self/status").Soon()).Stdout;
}
