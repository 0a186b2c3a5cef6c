using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Conformance;

/// <summary>"Spawning and its events" of Node's child_process; what Node rejects at the call is in <c>Refusals</c>.</summary>
public sealed class SpawnTests
{
    [Fact]
    public async Task A_child_that_runs_gives_spawn_data_exit_and_close_in_this_order()
    {
        var node = await NodeScript.EventsAsync("observe(spawn('sh', ['-c', 'echo text; exit 7']))");

        // The position of the data among them isn't guaranteed, as long as it comes before close.
        var events = await EventLog.OfAsync(SpawnScript("echo text; exit 7"));

        Assert.Equal(node.Where(IsNoData), events.Where(IsNoData));
        Assert.Equal(["spawn", "exit 7 null", "close 7 null"], events.Where(IsNoData));
        Assert.InRange(Array.IndexOf(events, "data text\n"), 1, events.Length - 2);
    }

    [Fact]
    public async Task Exit_has_a_signal_and_no_code_if_a_signal_ended_the_child()
    {
        var node = await NodeScript.EventsAsync("observe(spawn('sh', ['-c', 'kill -9 $$']))");

        var events = await EventLog.OfAsync(SpawnScript("kill -9 $$"));

        Assert.Equal(node, events);
        Assert.Equal(["spawn", "exit null SIGKILL", "close null SIGKILL"], events);
    }

    [Fact]
    public async Task A_program_that_is_not_found_gives_error_ENOENT_and_close_and_no_spawn_or_exit()
    {
        var node = await NodeScript.EventsAsync("observe(spawn('/no/such', ['a', 'b']))");

        var events = await EventLog.OfAsync(NoSuch.Spawn("a", "b"));

        Assert.Equal(node, events);
        Assert.Equal(["error ENOENT -2 spawn /no/such /no/such [a,b]", "close -2 null"], events);
    }

    [Fact]
    public async Task A_program_that_is_not_on_the_PATH_gives_the_same_error()
    {
        var node = await NodeScript.EventsAsync("observe(spawn('typedexec-no-such', ['a']))");

        var events = await EventLog.OfAsync(new Executable("typedexec-no-such").Spawn("a"));

        Assert.Equal(node, events);
    }

    [Fact]
    public async Task A_program_that_is_not_executable_gives_the_same_error_with_EACCES()
    {
        using var directory = new TempDirectory();
        var file = directory.Add("text", "no program");
        var node = await NodeScript.EventsAsync($"observe(spawn('{file}', ['a']))");

        var events = await EventLog.OfAsync(new Executable(file).Spawn("a"));

        Assert.Equal(node, events);
        Assert.Equal([$"error EACCES -13 spawn {file} {file} [a]", "close -13 null"], events);
    }

    [Fact]
    public async Task A_cwd_that_does_not_exist_gives_ENOENT_with_the_programs_name_as_path()
    {
        var node = await NodeScript.EventsAsync("observe(spawn('true', [], { cwd: '/no/such/directory' }))");

        var events = await EventLog.OfAsync(True.Spawn([], new SpawnOptions { Cwd = "/no/such/directory" }));

        Assert.Equal(node, events);
        Assert.Equal(["error ENOENT -2 spawn true true []", "close -2 null"], events);
    }

    [Fact]
    public async Task The_message_names_a_cwd_that_does_not_exist()
    {
        var child = True.Spawn([], new SpawnOptions { Cwd = "/no/such/directory" });

        var error = await Assert.ThrowsAsync<ExecException>(() => child.WaitForExitAsync().Soon());

        Assert.Equal("spawn true ENOENT: the working directory '/no/such/directory' (option Cwd) doesn't exist", error.Message);
    }

    [Fact]
    public void A_child_that_failed_to_start_has_streams_but_no_pid()
    {
        var child = NoSuch.Spawn();

        Assert.Null(child.Pid);
        Assert.NotNull(child.Stdin);
        Assert.NotNull(child.Stdout);
        Assert.NotNull(child.Stderr);
        Assert.Equal(3, child.Stdio.Count);
    }

    [Fact]
    public async Task A_child_that_failed_to_start_has_the_errno_as_exit_code()
    {
        var node = await NodeScript.RunAsync(
            "const c = spawn('/no/such'); c.on('error', () => {}); c.on('close', () => print([c.exitCode, c.signalCode, c.kill(), c.killed]))");

        var child = NoSuch.Spawn();

        Assert.Equal("[-2,null,false,false]", node.ToString());
        Assert.Equal((-2, null, false, false), (child.ExitCode, child.SignalCode, child.Kill(), child.Killed));
    }

    [Fact]
    public async Task The_streams_of_a_child_that_failed_to_start_are_at_their_end()
    {
        var child = NoSuch.Spawn();

        Assert.Equal("", await child.Stdout!.ReadToEndAsync().Soon());
        await Assert.ThrowsAsync<IOException>(() => child.Stdin!.WriteAsync(new byte[1]).AsTask().Soon());
    }

    [Fact]
    public async Task A_failed_spawn_faults_the_awaited_task()
    {
        var child = NoSuch.Spawn();

        await Assert.ThrowsAsync<ExecException>(() => child.WaitForExitAsync().Soon());
        await Assert.ThrowsAsync<ExecException>(() => child.WaitForCloseAsync().Soon());
    }

    [Fact]
    public async Task With_execFile_the_same_error_has_cmd_and_empty_output()
    {
        var node = await NodeScript.RunAsync(
            "execFile('/no/such', ['a', 'b'], (e, out, err) => print([fields(e), e.cmd, e.message, out, err, e.killed === true]))");

        var error = await NoSuch.ExecFile("a", "b").FailureAsync();

        Assert.Equal(
            node.Texts(),
            (string?[])[EventLog.Fields(error), error.Cmd, error.Message, error.Stdout, error.Stderr, error.Killed.ToString()]);
        Assert.Equal("/no/such a b", error.Cmd);
        Assert.Equal("spawn /no/such ENOENT", error.Message);
    }

    [Fact]
    public async Task Close_waits_for_the_pipes_as_well_as_the_child()
    {
        const string Script = "sleep 0.4 & echo parent";
        var node = await NodeScript.EventsAsync($"observe(spawn('sh', ['-c', '{Script}']))");
        var child = SpawnScript(Script);
        var isClosedAtExit = true;
        child.Exited += (_, _) => isClosedAtExit = child.WaitForCloseAsync().IsCompleted;

        var events = await EventLog.OfAsync(child);

        Assert.Equal(node.Order(), events.Order());
        Assert.Equal("close 0 null", events[^1]);
        Assert.False(isClosedAtExit);
    }

    [Fact]
    public async Task Exit_does_not_wait_for_a_descendant_that_holds_the_pipes()
    {
        await using var child = SpawnScript("sleep 300 & echo $!; exit 0");
        var lines = child.Stdout!.ReadLinesAsync().GetAsyncEnumerator();
        await lines.MoveNextAsync();
        var descendant = int.Parse(lines.Current, null);

        await child.WaitForExitAsync().Soon();

        Assert.False(Processes.HasEnded(descendant));
        _ = new Executable("kill").ExecFileSync([lines.Current]);
        await child.WaitForCloseAsync().Soon();
    }

    [Fact]
    public async Task Unread_output_is_drained_after_exit_and_close_is_raised()
    {
        var node = await NodeScript.EventsAsync(
            "const c = spawn('sh', ['-c', 'echo text; echo text >&2']); c.on('close', (...a) => print(['close ' + a.join(' ').trim()]))");

        var child = SpawnScript("echo text; echo text >&2");

        Assert.Equal(["close 0"], node);
        Assert.Equal(0, (await child.WaitForCloseAsync().Soon()).ExitCode);
    }

    [Fact]
    public async Task Spawnfile_and_spawnargs_are_the_program_and_arguments_that_ran()
    {
        var node = await NodeScript.RunAsync("const c = spawn('true', ['a', 'b c']); print([c.spawnfile, ...c.spawnargs])");

        var child = True.Spawn("a", "b c");

        Assert.Equal(
            node.Texts(),
            (string[])[child.SpawnFile, .. child.SpawnArgs]);
        await child.WaitForCloseAsync().Soon();
    }

    [Fact]
    public async Task A_script_without_an_interpreter_line_runs_through_sh()
    {
        using var directory = new TempDirectory();
        var script = directory.AddExecutable("script", "echo \"$0 $1\"\n");
        var node = await NodeScript.EventsAsync($"observe(spawn('{script}', ['a']))");

        var events = await EventLog.OfAsync(new Executable(script).Spawn("a"));

        Assert.Equal(node.Order(), events.Order());
        Assert.Contains($"data {script} a\n", events);
    }

    private static bool IsNoData(string entry) => !entry.StartsWith("data ", StringComparison.Ordinal);
}
