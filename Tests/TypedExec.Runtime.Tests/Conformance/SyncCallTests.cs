using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Conformance;

/// <summary>"The sync calls" of Node's child_process.</summary>
public sealed class SyncCallTests
{
    [Fact]
    public async Task A_result_has_pid_output_status_signal_and_error()
    {
        var node = await NodeScript.RunAsync("""
            const r = spawnSync('sh', ['-c', 'echo out; echo err >&2; exit 3']);
            print([r.pid > 0, r.output.map(o => o && String(o)), r.status, r.signal, r.error ?? null]);
            """);

        var result = Sh.SpawnSync(["-c", "echo out; echo err >&2; exit 3"]);

        Assert.Equal("[true,[null,\"out\\n\",\"err\\n\"],3,null,null]", node.ToString());
        Assert.True(result.Pid > 0);
        Assert.Equal(3, result.Output!.Count);
        Assert.Null(result.Output[0]);
        Assert.Equal(("out\n", "err\n"), (result.Stdout, result.Stderr));
        Assert.Equal((3, null, null), (result.ExitCode, result.Signal, result.Error));
    }

    [Fact]
    public void A_signal_exit_has_the_signal_and_no_status()
    {
        var result = Sh.SpawnSync(["-c", "kill -9 $$"]);

        Assert.Equal((null, Signal.SIGKILL, null), (result.ExitCode, result.Signal, result.Error));
    }

    [Fact]
    public async Task A_program_that_is_not_found_gives_ENOENT_of_spawnSync_pid_0_no_status_and_no_output()
    {
        var node = await NodeScript.RunAsync(
            "const r = spawnSync('/no/such', ['a', 'b']); print([fields(r.error), r.error.message, r.pid, r.status, r.signal, r.output])");

        var result = NoSuch.SpawnSync(["a", "b"]);

        Assert.Equal("[\"ENOENT -2 spawnSync /no/such /no/such [a,b]\",\"spawnSync /no/such ENOENT\",0,null,null,null]", node.ToString());
        var error = Assert.IsType<ExecException>(result.Error);
        Assert.Equal(("ENOENT -2 spawnSync /no/such /no/such [a,b]", "spawnSync /no/such ENOENT"), (EventLog.Fields(error), error.Message));
        Assert.Equal((0, null, null, null), (result.Pid, result.ExitCode, result.Signal, result.Output));
    }

    [Fact]
    public async Task A_timeout_gives_ETIMEDOUT_and_the_signal_and_no_status()
    {
        var node = await NodeScript.RunAsync(
            "const r = spawnSync('sleep', ['30'], { timeout: 100 }); print([r.error.code, r.error.errno, r.error.message, r.signal, r.status])");

        var result = Sleep.SpawnSync(["30"], new SpawnSyncOptions { Timeout = TimeSpan.FromMilliseconds(100) });

        var error = Assert.IsType<ExecException>(result.Error);
        Assert.Equal(
            node.Texts(),
            (string?[])[error.Code, error.Errno.ToString(), error.Message, result.Signal.ToString(), result.ExitCode.ToString()]);
        Assert.Equal(("ETIMEDOUT", Signal.SIGTERM), (error.Code, result.Signal));
        Assert.True(Processes.IsGone(result.Pid));
    }

    [Fact]
    public async Task Output_of_exactly_maxBuffer_bytes_is_fine_and_one_more_gives_ENOBUFS()
    {
        var node = await NodeScript.RunAsync("""
            const fine = spawnSync('printf', ['12345'], { maxBuffer: 5 }), more = spawnSync('printf', ['123456'], { maxBuffer: 5 });
            print([fine.error ?? null, String(fine.stdout), more.error.code, more.error.errno]);
            """);
        var printf = new Executable("printf");

        var fine = printf.SpawnSync(["12345"], new SpawnSyncOptions { MaxBuffer = 5 });
        var more = printf.SpawnSync(["123456"], new SpawnSyncOptions { MaxBuffer = 5 });

        var error = Assert.IsType<ExecException>(more.Error);
        Assert.Equal("[null,\"12345\",\"ENOBUFS\",-105]", node.ToString());
        Assert.Equal((null, "12345"), (fine.Error, fine.Stdout));
        Assert.Equal(("ENOBUFS", -105, "12345"), (error.Code, error.Errno, more.Stdout));
    }

    [Fact]
    public void Stderr_has_its_own_maxBuffer()
    {
        var result = Sh.SpawnSync(["-c", "printf 12345; printf 12345 >&2"], new SpawnSyncOptions { MaxBuffer = 5 });

        Assert.Null(result.Error);
        Assert.Equal(("12345", "12345"), (result.Stdout, result.Stderr));
    }

    [Fact]
    public void A_child_that_exceeds_maxBuffer_is_killed()
    {
        var result = new Executable("yes").SpawnSync([], new SpawnSyncOptions { MaxBuffer = 1000 });

        Assert.NotNull(result.Signal);
        Assert.Equal(1000, result.Output![1]!.Length);
        Assert.True(Processes.IsGone(result.Pid));
    }

    [Fact]
    public void Input_is_written_while_output_is_read()
    {
        var input = new byte[300_000];
        Random.Shared.NextBytes(input);

        var result = Cat.SpawnSync([], new SpawnSyncOptions { Input = input });

        Assert.Equal(input, result.Output![1]);
    }

    [Fact]
    public void Stdin_is_at_its_end_without_input()
        => Assert.Equal(0, Cat.SpawnSync([]).ExitCode);

    [Fact]
    public void A_child_that_does_not_read_its_input_does_not_fail()
    {
        var result = True.SpawnSync([], new SpawnSyncOptions { Input = new byte[1_000_000] });

        Assert.Equal((0, null), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task ExecFileSync_throws_on_failure_with_status_stdout_and_stderr()
    {
        var node = await NodeScript.RunAsync("""
            const e = caught(() => execFileSync('sh', ['-c', 'echo out; echo err >&2; exit 3'], { stdio: 'pipe' }));
            print([e.status, e.signal, String(e.stdout), String(e.stderr)]);
            """);

        var error = Assert.Throws<ExecException>(() => Sh.ExecFileSync(["-c", "echo out; echo err >&2; exit 3"]));

        Assert.Equal(
            node.Texts(),
            (string?[])[error.ExitCode.ToString(), error.Signal.ToString(), error.Stdout, error.Stderr]);
        Assert.Equal("sh -c echo out; echo err >&2; exit 3 failed with exit code 3: err", error.Message);
    }

    [Fact]
    public async Task ExecSync_throws_on_failure_with_the_command_in_the_message()
    {
        var node = await NodeScript.RunAsync(
            "const e = caught(() => execSync('echo err >&2; exit 3', { stdio: 'pipe' })); print([e.status])");

        var error = Assert.Throws<ExecException>(() => new Executable("echo").ExecSync("err >&2; exit 3"));

        Assert.Equal(node.Texts(), (string?[])[error.ExitCode.ToString()]);
        Assert.Equal("echo err >&2; exit 3 failed with exit code 3: err", error.Message);
    }

    [Fact]
    public async Task ExecFileSync_throws_for_a_program_that_is_not_found()
    {
        var node = await NodeScript.RunAsync("const e = caught(() => execFileSync('/no/such', ['a'])); print([fields(e), e.message])");

        var error = Assert.Throws<ExecException>(() => NoSuch.ExecFileSync(["a"]));

        Assert.Equal(node.Texts(), (string?[])[EventLog.Fields(error), error.Message]);
    }

    [Fact]
    public void ExecFileSync_throws_at_a_timeout_with_the_output_so_far()
    {
        var options = new ExecFileOptions { Timeout = TimeSpan.FromMilliseconds(300) };

        var error = Assert.Throws<ExecException>(() => Sh.ExecFileSync(["-c", "echo out; exec sleep 300"], options));

        Assert.Equal(("ETIMEDOUT", true, "out\n", Signal.SIGTERM), (error.Code, error.TimedOut, error.Stdout, error.Signal));
    }

    [Fact]
    public void ExecFileSync_gives_the_result_of_a_failure_with_ThrowOnFailure_false()
    {
        var result = Sh.ExecFileSync(["-c", "echo out; exit 3"], new ExecFileOptions { ThrowOnFailure = false });

        Assert.Equal((3, "out\n"), (result.ExitCode, result.Stdout));
    }

    [Fact]
    public void ExecSync_runs_through_the_shell()
        => Assert.Equal("b\n", new Executable("echo").ExecSync("a | tr a b").Stdout);

    [Fact]
    public void Output_is_null_unless_it_is_a_pipe()
    {
        var result = Sh.SpawnSync(["-c", "echo text"], new SpawnSyncOptions { Stdio = [Stdio.Ignore, Stdio.Ignore, Stdio.Pipe] });

        Assert.Equal([null, null, []], result.Output!);
        Assert.Equal("", result.Stdout);
    }

    [Fact]
    public void Extra_descriptors_are_captured_too()
    {
        var result = Sh.SpawnSync(
            ["-c", "echo three >&3"], new SpawnSyncOptions { Stdio = [Stdio.Ignore, Stdio.Pipe, Stdio.Pipe, Stdio.Pipe] });

        Assert.Equal("three\n"u8.ToArray(), result.Output![3]);
    }
}
