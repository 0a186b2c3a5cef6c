using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Conformance;

/// <summary>"Environment, argv0, shell, ids, stdio" of Node's child_process; IDs are in <c>Identity</c>.</summary>
public sealed class SpawnOptionTests
{
    private static readonly Executable EnvProgram = new("env");

    [Fact]
    public async Task Env_with_ClearEnv_replaces_the_environment_dropping_null_and_keeping_empty_entries()
    {
        var node = await NodeScript.RunAsync(
            "execFile('/usr/bin/env', { env: { A: 'a', NONE: undefined, EMPTY: '' } }, (e, out) => print(out))");
        var options = new ExecFileOptions
        {
            ClearEnv = true,
            Env = new Dictionary<string, string?> { ["A"] = "a", ["NONE"] = null, ["EMPTY"] = "" },
        };

        var result = await new Executable("/usr/bin/env").ExecFile([], options).Soon();

        Assert.Equal("A=a\nEMPTY=\n", node.GetString());
        Assert.Equal(node.GetString(), result.Stdout);
    }

    [Fact]
    public async Task Env_is_merged_over_the_parents_by_default_unlike_Node()
    {
        var options = new ExecFileOptions { Env = new Dictionary<string, string?> { ["TYPEDEXEC_ADDED"] = "a=b c" } };

        var lines = (await EnvProgram.ExecFile([], options).Soon()).Stdout.Split('\n');

        Assert.Contains("TYPEDEXEC_ADDED=a=b c", lines);
        Assert.Contains($"PATH={Environment.GetEnvironmentVariable("PATH")}", lines);
    }

    [Fact]
    public async Task A_null_value_removes_an_entry_of_the_parents()
    {
        var options = new ExecFileOptions { Env = new Dictionary<string, string?> { ["HOME"] = null } };

        Assert.NotNull(Environment.GetEnvironmentVariable("HOME"));
        Assert.DoesNotContain("\nHOME=", "\n" + (await EnvProgram.ExecFile([], options).Soon()).Stdout);
    }

    [Fact]
    public async Task The_program_is_looked_up_on_the_PATH_of_the_childs_environment()
    {
        using var directory = new TempDirectory();
        directory.AddExecutable("typedexec-own", "#!/bin/sh\necho found\n");
        var node = await NodeScript.RunAsync(
            $"execFile('typedexec-own', {{ env: {{ PATH: '{directory.Root}' }} }}, (e, out) => print(out))");

        var result = await new Executable("typedexec-own").ExecFile([], WithPath(directory.Root)).Soon();

        Assert.Equal("found\n", node.GetString());
        Assert.Equal("found\n", result.Stdout);
    }

    [Fact]
    public async Task A_program_that_is_only_on_the_parents_PATH_is_not_found()
    {
        var node = await NodeScript.RunAsync("execFile('env', { env: { PATH: '/no/such' } }, e => print(fields(e)))");

        var error = await EnvProgram.ExecFile([], WithPath("/no/such")).FailureAsync();

        Assert.Equal(node.GetString(), EventLog.Fields(error));
    }

    [Fact]
    public async Task A_relative_entry_of_the_PATH_is_relative_to_Cwd()
    {
        using var directory = new TempDirectory();
        directory.AddExecutable("bin/typedexec-own", "#!/bin/sh\necho found\n");

        var result = await new Executable("typedexec-own").ExecFile([], WithPath("bin") with { Cwd = directory.Root }).Soon();

        Assert.Equal("found\n", result.Stdout);
    }

    [Fact]
    public async Task An_empty_entry_of_the_PATH_is_the_working_directory()
    {
        using var directory = new TempDirectory();
        directory.AddExecutable("typedexec-own", "#!/bin/sh\necho found\n");

        var result = await new Executable("typedexec-own").ExecFile([], WithPath("/no/such:") with { Cwd = directory.Root }).Soon();

        Assert.Equal("found\n", result.Stdout);
    }

    [Fact]
    public async Task A_file_that_is_not_executable_is_skipped_for_a_later_one_on_the_PATH()
    {
        using var directory = new TempDirectory();
        directory.Add("first/typedexec-own", "no program");
        Directory.CreateDirectory(directory["second/typedexec-own"]);
        directory.AddExecutable("third/typedexec-own", "#!/bin/sh\necho found\n");
        var path = $"{directory["first"]}:{directory["second"]}:{directory["third"]}";

        var result = await new Executable("typedexec-own").ExecFile([], WithPath(path)).Soon();

        Assert.Equal("found\n", result.Stdout);
    }

    [Fact]
    public async Task If_only_a_file_that_is_not_executable_is_found_the_error_is_EACCES()
    {
        using var directory = new TempDirectory();
        directory.Add("typedexec-own", "no program");
        var node = await NodeScript.RunAsync(
            $"execFile('typedexec-own', {{ env: {{ PATH: '{directory.Root}:/no/such' }} }}, e => print(fields(e)))");

        var error = await new Executable("typedexec-own").ExecFile([], WithPath(directory.Root + ":/no/such")).FailureAsync();

        Assert.Equal("EACCES", error.Code);
        Assert.Equal(node.GetString(), EventLog.Fields(error));
    }

    [Fact]
    public async Task A_missing_Cwd_fails_regardless_of_the_PATH_search()
    {
        using var directory = new TempDirectory();
        directory.Add("typedexec-own", "no program");

        var error = await new Executable("typedexec-own")
            .ExecFile([], WithPath(directory.Root) with { Cwd = "/no/such/directory" }).FailureAsync();

        Assert.Equal(("ENOENT", "typedexec-own"), (error.Code, error.Path));
    }

    [Fact]
    public async Task A_path_with_a_slash_is_relative_to_Cwd()
    {
        using var directory = new TempDirectory();
        directory.AddExecutable("own", "#!/bin/sh\npwd\n");

        var result = await new Executable("./own").ExecFile([], new ExecFileOptions { Cwd = directory.Root }).Soon();

        Assert.Equal(directory.Root + "\n", result.Stdout);
    }

    [Fact]
    public async Task Argv0_changes_only_argv_0()
    {
        var node = await NodeScript.RunAsync(
            "const c = spawn('sh', ['-c', 'echo $0'], { argv0: 'custom' }); c.stdout.on('data', d => print([String(d), c.spawnfile, ...c.spawnargs]))");

        var child = Sh.Spawn(["-c", "echo $0"], new SpawnOptions { Argv0 = "custom" });
        var text = await child.Stdout!.ReadToEndAsync().Soon();

        Assert.Equal(
            node.Texts(),
            (string?[])[text, child.SpawnFile, .. child.SpawnArgs]);
        Assert.Equal("custom\n", text);
    }

    [Fact]
    public void Argv0_works_in_a_sync_call()
        => Assert.Equal("custom\n", Sh.SpawnSync(["-c", "echo $0"], new SpawnSyncOptions { Argv0 = "custom" }).Stdout);

    [Fact]
    public async Task A_detached_child_leads_its_own_session_and_process_group()
    {
        var child = SpawnScript("ps -o pid=,pgid=,sid= -p $$", new SpawnOptions { Detached = true });

        var ids = (await child.Stdout!.ReadToEndAsync().Soon()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(Enumerable.Repeat(child.Pid!.Value.ToString(), 3), ids);
    }

    [Fact]
    public async Task Stdin_stdout_and_stderr_are_null_unless_they_are_pipes()
    {
        var node = await NodeScript.RunAsync(
            "const c = spawn('true', { stdio: ['ignore', 'inherit', 'pipe'] }); print([c.stdin, c.stdout, !!c.stderr, c.stdio.map(s => !!s)])");

        var child = True.Spawn([], new SpawnOptions { Stdio = [Stdio.Ignore, Stdio.Inherit, Stdio.Pipe] });

        Assert.Equal("[null,null,true,[false,false,true]]", node.ToString());
        Assert.Null(child.Stdin);
        Assert.Null(child.Stdout);
        Assert.NotNull(child.Stderr);
        Assert.Equal([null, null, child.Stderr], child.Stdio);
        await child.WaitForCloseAsync().Soon();
    }

    [Fact]
    public async Task Writing_to_the_stdin_of_an_exited_child_is_EPIPE_on_that_stream()
    {
        var node = await NodeScript.RunAsync("""
            const c = spawn('sh', ['-c', 'exec <&-; echo closed; exec sleep 300']);
            c.stdin.on('error', e => { print(e.code); c.kill(); });
            c.stdout.once('data', () => c.stdin.write('text'));
            """);
        await using var child = SpawnScript("exec <&-; echo closed; exec sleep 300");
        var buffer = new byte[64];
        _ = await child.Stdout!.ReadAsync(buffer).AsTask().Soon();

        var error = await Assert.ThrowsAsync<IOException>(() => child.Stdin!.WriteAsync("text"u8.ToArray()).AsTask().Soon());

        Assert.Equal("EPIPE", node.GetString());
        Assert.Contains("EPIPE", error.Message);
    }

    private static ExecFileOptions WithPath(string path) => new() { Env = new Dictionary<string, string?> { ["PATH"] = path } };
}
