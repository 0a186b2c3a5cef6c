using TypedExec.Platform.Linux.Trampoline;
using TypedExec.Tests.Pipelines;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Identity;

/// <summary>
/// The program that starts a child with other IDs changes nothing else about it: a program in memory, the same on disk if that
/// can't be executed, or setpriv.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class OtherUserTests : IDisposable
{
    private const int Memory = 0, Disk = 1, Setpriv = 99;

    private static readonly ExecFileOptions Nobody = new() { Uid = 65534, Gid = 65533 };

    public static TheoryData<int> All => [Memory, Disk, Setpriv];

    public static TheoryData<int> Own => [Memory, Disk];

    public void Dispose() => NativeProgram.Trampoline.SkippedImages = 0;

    [Theory]
    [MemberData(nameof(All))]
    public async Task All_ids_change_and_all_groups_are_dropped(int start)
    {
        Take(start);

        var status = (await Cat.ExecFile(["/proc/self/status"], Nobody).Soon()).Stdout;

        Assert.Equal("65534\t65534\t65534\t65534", Processes.StatusLine(status, "Uid"));
        Assert.Equal("65533\t65533\t65533\t65533", Processes.StatusLine(status, "Gid"));
        Assert.Equal("", Processes.StatusLine(status, "Groups"));
        Assert.Equal("0000000000000000", Processes.StatusLine(status, "CapPrm"));
        Assert.Equal("0000000000000000", Processes.StatusLine(status, "SigBlk"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_missing_program_is_ENOENT_and_a_forbidden_one_EACCES(int start)
    {
        Take(start);
        using var directory = new TempDirectory();
        var hidden = directory.AddExecutable("hidden", "#!/bin/sh\n");

        Assert.Equal("ENOENT", (await NoSuch.ExecFile([], Nobody).FailureAsync()).Code);
        Assert.Equal("ENOENT", (await new Executable("no-such-name").ExecFile([], Nobody with { Env = Path("/usr/bin:/bin") }).FailureAsync()).Code);
        Assert.Equal("EACCES", (await new Executable(hidden).ExecFile([], Nobody).FailureAsync()).Code);
        Assert.Equal("EACCES", (await new Executable("/etc").ExecFile([], Nobody).FailureAsync()).Code);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_directory_is_entered_as_the_childs_user(int start)
    {
        Take(start);
        using var directory = new TempDirectory();
        File.WriteAllText(directory["file"], "");

        var forbidden = await Cat.ExecFile([], Nobody with { Cwd = directory.Root }).FailureAsync();
        var sync = Assert.Throws<ExecException>(() => Cat.ExecFileSync([], Nobody with { Cwd = directory.Root }));
        directory.OpenToEverybody();

        Assert.Equal($"spawn cat EACCES: the child's user isn't allowed to enter the working directory '{directory.Root}' (option Cwd)", forbidden.Message);
        Assert.Equal("EACCES", sync.Code);
        Assert.Equal(directory.Root + "\n", (await ExecScript("pwd", Nobody with { Cwd = directory.Root }).Soon()).Stdout);
        Assert.Equal("ENOENT", (await Cat.ExecFile([], Nobody with { Cwd = directory["missing"] }).FailureAsync()).Code);
        Assert.Equal("ENOTDIR", (await Cat.ExecFile([], Nobody with { Cwd = directory["file"] }).FailureAsync()).Code);
    }

    [Theory]
    [MemberData(nameof(Own))]
    public async Task Argv0_and_the_arguments_are_unchanged(int start)
    {
        Take(start);

        var child = Cat.Spawn(["/proc/self/cmdline", "", "/dev/null"], new SpawnOptions { Uid = 65534, Argv0 = "another" });
        await child.Stdin!.DisposeAsync();
        using var reader = new StreamReader(child.Stdout!);

        Assert.Equal("another\0/proc/self/cmdline\0\0/dev/null\0", await reader.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task Argv0_is_rejected_by_name_if_setpriv_starts_the_child()
    {
        Take(Setpriv);

        var child = Cat.Spawn([], new SpawnOptions { Uid = 65534, Argv0 = "another" });

        var error = await Assert.ThrowsAsync<ExecException>(() => child.WaitForCloseAsync().Soon());
        Assert.Equal("ENOSYS", error.Code);
        Assert.Contains("Argv0", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Own))]
    public async Task A_script_without_an_interpreter_line_is_run_by_the_shell(int start)
    {
        Take(start);
        using var directory = new TempDirectory();
        directory.OpenToEverybody();
        var script = directory.AddExecutable("script", "id -u; echo \"$0 $1\"\n");

        Assert.Equal($"65534\n{script} x\n", (await new Executable(script).ExecFile(["x"], Nobody).Soon()).Stdout);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_program_is_looked_up_on_the_childs_PATH_past_what_its_user_may_not_execute(int start)
    {
        Take(start);
        using var hidden = new TempDirectory();
        using var open = new TempDirectory();
        open.OpenToEverybody();
        hidden.AddExecutable("tool", "#!/bin/sh\necho hidden\n");
        open.AddExecutable("tool", "#!/bin/sh\necho open\n");
        var options = Nobody with { Env = Path($"/etc/passwd:/no:{hidden.Root}:{open.Root}:/usr/bin:/bin") };

        Assert.Equal("open\n", (await new Executable("tool").ExecFile([], options).Soon()).Stdout);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_ids_apply_to_sync_calls_pipelines_and_groups_too(int start)
    {
        Take(start);

        Assert.Equal("65534\n", new Executable("id").ExecFileSync(["-u"], Nobody).Stdout);
        Assert.Equal("65534\n65534\n", (await PipelineOfIds().ExecFile(Nobody)).Stdout);
        Assert.Equal("65534\n65534\n", PipelineOfIds().ExecFileSync(Nobody).Stdout);
        Assert.Equal("65534\n", (await new Executable("id").ExecFile(["-u"], Nobody with { KillOnParentExit = true, KillDescendants = true }).Soon()).Stdout);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_detached_child_leads_a_session(int start)
    {
        Take(start);

        var child = Cat.Spawn(["/proc/self/stat"], new SpawnOptions { Uid = 65534, Detached = true });
        using var reader = new StreamReader(child.Stdout!);
        var fields = (await reader.ReadToEndAsync().Soon()).Split(' ');

        Assert.Equal($"{child.Pid} {child.Pid} {child.Pid}", $"{fields[0]} {fields[4]} {fields[5]}");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_child_has_only_its_own_descriptors(int start)
    {
        Take(start);
        var child = new Executable("ls").Spawn(
            ["-l", "/proc/self/fd"], new SpawnOptions { Uid = 65534, Stdio = [Stdio.Ignore, Stdio.Pipe, Stdio.Inherit, Stdio.Pipe, Stdio.Ignore] });
        using var reader = new StreamReader(child.Stdout!);
        var lines = (await reader.ReadToEndAsync().Soon()).Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];

        // The last one is opened by ls itself for the directory.
        Assert.Equal(6, lines.Length);
        Assert.EndsWith("0 -> /dev/null", lines[0], StringComparison.Ordinal);
        Assert.Contains("3 -> socket:", lines[3], StringComparison.Ordinal);
        Assert.EndsWith("4 -> /dev/null", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task If_the_kernel_cannot_execute_from_memory_the_program_is_on_disk()
    {
        SkipWithoutIds();
        SkipWithout("unshare");
        Assert.SkipUnless(File.Exists("/proc/sys/vm/memfd_noexec"), "this kernel has no vm.memfd_noexec");
        using var directory = new TempDirectory();
        var program = OwnProcess.CopyTo(directory);

        var result = await new Executable("unshare").ExecFile(
            ["--pid", "--fork", "--mount-proc", "sh", "-c", "echo 2 >/proc/sys/vm/memfd_noexec && exec \"$@\"", "sh", program, "status-as", "65534", "65534"]).Soon();

        Assert.StartsWith("Uid: 65534 65534 65534 65534\n", result.Stdout, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Path(string path) => new() { ["PATH"] = path };

    private static Pipeline PipelineOfIds() => new Tool("id", "-u") | new Tool("sh", "-c", "cat; id -u");

    private static void Take(int start)
    {
        SkipWithoutIds();
        if (start == Setpriv)
        {
            SkipWithout("setpriv");
        }

        NativeProgram.Trampoline.SkippedImages = start;
    }
}
