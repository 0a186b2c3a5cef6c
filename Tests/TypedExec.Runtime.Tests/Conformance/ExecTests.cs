using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Conformance;

/// <summary>"exec and execFile" of Node's child_process.</summary>
public sealed class ExecTests
{
    [Fact]
    public async Task A_result_has_stdout_and_stderr()
    {
        var result = await ExecScript("echo out; echo err >&2").Soon();

        Assert.Equal(("out\n", "err\n", 0, null), (result.Stdout, result.Stderr, result.ExitCode, result.Signal));
    }

    [Fact]
    public async Task A_non_zero_exit_is_an_error_with_code_cmd_output_and_a_message()
    {
        var node = await NodeScript.RunAsync("""
            execFile('sh', ['-c', 'echo out; echo err >&2; exit 7'],
              (e, out, err) => print([e.code, e.killed, e.signal, e.cmd, out, err]));
            """);

        var error = await ExecScript("echo out; echo err >&2; exit 7").FailureAsync();

        Assert.Equal(
            node.Texts(),
            (string?[])[error.ExitCode.ToString(), error.Killed.ToString(), error.Signal.ToString(), error.Cmd, error.Stdout, error.Stderr]);
        Assert.Equal("sh -c echo out; echo err >&2; exit 7 failed with exit code 7: err", error.Message);
    }

    [Fact]
    public async Task A_signal_exit_is_an_error_with_the_signal_and_no_code()
    {
        var node = await NodeScript.RunAsync("execFile('sh', ['-c', 'kill -9 $$'], e => print([e.code, e.killed, e.signal]))");

        var error = await ExecScript("kill -9 $$").FailureAsync();

        Assert.Equal(
            node.Texts(),
            (string?[])[error.ExitCode.ToString(), error.Killed.ToString(), error.Signal.ToString()]);
        Assert.Equal("sh -c kill -9 $$ was ended by SIGKILL", error.Message);
    }

    [Fact]
    public async Task A_timeout_kills_with_killSignal_and_the_error_has_killed_and_the_signal_and_no_code()
    {
        var node = await NodeScript.RunAsync(
            "execFile('sleep', ['300'], { timeout: 100 }, e => print([e.code, e.killed, e.signal, e.cmd]))");

        var error = await Sleep.ExecFile(["300"], new ExecFileOptions { Timeout = TimeSpan.FromMilliseconds(100) }).FailureAsync();

        Assert.Equal("[null,true,\"SIGTERM\",\"sleep 300\"]", node.ToString());
        Assert.Equal((null, null, true, Signal.SIGTERM, "sleep 300"), (error.Code, error.ExitCode, error.Killed, error.Signal, error.Cmd));
        Assert.True(error.TimedOut);
    }

    [Fact]
    public async Task KillSignal_is_the_signal_of_a_timeout()
    {
        var options = new ExecFileOptions { Timeout = TimeSpan.FromMilliseconds(100), KillSignal = Signal.SIGUSR1 };

        var error = await Sleep.ExecFile(["30"], options).FailureAsync();

        Assert.Equal(Signal.SIGUSR1, error.Signal);
    }

    [Fact]
    public async Task Output_of_exactly_maxBuffer_bytes_is_fine()
    {
        var node = await NodeScript.RunAsync("execFile('printf', ['12345'], { maxBuffer: 5 }, (e, out) => print([e, out]))");

        var result = await new Executable("printf").ExecFile(["12345"], new ExecFileOptions { MaxBuffer = 5 }).Soon();

        Assert.Equal("[null,\"12345\"]", node.ToString());
        Assert.Equal("12345", result.Stdout);
    }

    [Fact]
    public async Task One_byte_more_than_maxBuffer_is_an_error_and_stdout_holds_the_bytes_up_to_the_limit()
    {
        var node = await NodeScript.RunAsync(
            "execFile('printf', ['123456'], { maxBuffer: 5 }, (e, out) => print([e.code, e.message, out]))");

        var error = await new Executable("printf").ExecFile(["123456"], new ExecFileOptions { MaxBuffer = 5 }).FailureAsync();

        const string Head = "stdout maxBuffer length exceeded";
        Assert.Equal(node.Texts(), (string?[])[error.Code, error.Message[..Head.Length], error.Stdout]);
        Assert.Equal(("ERR_CHILD_PROCESS_STDIO_MAXBUFFER", $"{Head}: 12345"), (error.Code, error.Message));
    }

    [Fact]
    public async Task A_child_that_exceeds_maxBuffer_is_killed()
    {
        var execution = ExecScript("echo 123456; exec sleep 300", new ExecFileOptions { MaxBuffer = 5 });

        var error = await execution.FailureAsync();

        Assert.Equal((Signal.SIGTERM, true), (error.Signal, error.Killed));
        Assert.True(Processes.IsGone(execution.Child.Pid!.Value));
    }

    [Fact]
    public async Task Stderr_has_its_own_maxBuffer()
    {
        var node = await NodeScript.RunAsync(
            "execFile('sh', ['-c', 'printf 12345; printf 12345 >&2'], { maxBuffer: 5 }, (e, out, err) => print([e, out, err]))");

        var result = await ExecScript("printf 12345; printf 12345 >&2", new ExecFileOptions { MaxBuffer = 5 }).Soon();
        var error = await ExecScript("printf 123456 >&2", new ExecFileOptions { MaxBuffer = 5 }).FailureAsync();

        Assert.Equal("[null,\"12345\",\"12345\"]", node.ToString());
        Assert.Equal(("12345", "12345"), (result.Stdout, result.Stderr));
        Assert.Equal(("stderr maxBuffer length exceeded: 12345", "12345"), (error.Message, error.Stderr));
    }

    [Fact]
    public async Task The_default_maxBuffer_takes_more_than_Nodes_1_MiB()
    {
        var result = await new Executable("head").ExecFile("-c", "3000000", "/dev/zero").Soon();

        Assert.Equal(3_000_000, result.StdoutBytes.Length);
    }

    [Fact]
    public async Task Abort_is_an_OperationCanceledException_with_the_token()
    {
        using var cancellation = new CancellationTokenSource();
        var execution = Sleep.ExecFile(["30"], null, cancellation.Token);

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution.Soon());
        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Equal(Signal.SIGTERM, execution.Child.SignalCode);
    }

    [Fact]
    public async Task A_token_that_was_canceled_before_the_call_starts_nothing()
    {
        var execution = Sleep.ExecFile(["30"], null, new CancellationToken(canceled: true));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution.Soon());
        Assert.Null(execution.Child.Pid);
        Assert.Null(execution.Child.ExitCode);
    }

    [Fact]
    public async Task Exec_runs_bin_sh_c_with_the_command()
    {
        var node = await NodeScript.RunAsync("const c = exec('echo a | tr a b', (e, out) => print([c.spawnfile, ...c.spawnargs, out]))");

        var execution = new Executable("echo").Exec("a | tr a b");
        var result = await execution.Soon();

        Assert.Equal(
            node.Texts(),
            (string[])[execution.Child.SpawnFile, .. execution.Child.SpawnArgs, result.Stdout]);
        Assert.Equal(["/bin/sh", "-c", "echo a | tr a b"], execution.Child.SpawnArgs);
    }

    [Fact]
    public async Task A_failing_exec_has_the_command_as_cmd()
    {
        var node = await NodeScript.RunAsync("exec('echo err >&2; exit 7', e => print([e.code, e.cmd]))");

        var error = await new Executable("echo").Exec("err >&2; exit 7").FailureAsync();

        Assert.Equal(
            node.Texts(),
            (string?[])[error.ExitCode.ToString(), error.Cmd]);
        Assert.Equal("echo err >&2; exit 7 failed with exit code 7: err", error.Message);
    }

    [Fact]
    public async Task Exec_can_use_another_shell()
    {
        SkipWithout("bash");
        var execution = new Executable("echo").Exec("$BASH", new ExecOptions { Shell = "/bin/bash" });

        var result = await execution.Soon();

        Assert.Equal("/bin/bash\n", result.Stdout);
        Assert.Equal("/bin/bash", execution.Child.SpawnFile);
    }

    [Fact]
    public async Task Spawn_with_a_shell_quotes_the_arguments_for_it_unlike_Node()
    {
        var child = new Executable("printf").Spawn(["%s\n", "a b", "$HOME", "it's"], new SpawnOptions { Shell = true });

        Assert.Equal("/bin/sh", child.SpawnFile);
        Assert.Equal("a b\n$HOME\nit's\n", await child.Stdout!.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task ThrowOnFailure_false_gives_the_exit_as_a_result()
    {
        var result = await ExecScript("echo out; exit 7", new ExecFileOptions { ThrowOnFailure = false }).Soon();

        Assert.Equal((7, null, "out\n"), (result.ExitCode, result.Signal, result.Stdout));
    }

    [Fact]
    public async Task ThrowOnFailure_false_gives_the_signal_as_a_result()
    {
        var result = await ExecScript("kill -9 $$", new ExecFileOptions { ThrowOnFailure = false }).Soon();

        Assert.Equal((null, Signal.SIGKILL), (result.ExitCode, result.Signal));
    }

    [Fact]
    public async Task The_error_records_a_call_to_Kill()
    {
        var node = await NodeScript.RunAsync("execFile('sleep', ['30'], e => print([e.killed, e.code, e.signal])).kill()");
        var execution = Sleep.ExecFile("30");

        execution.Child.Kill();

        var error = await execution.FailureAsync();
        Assert.Equal(
            node.Texts(),
            (string?[])[error.Killed.ToString(), error.ExitCode.ToString(), error.Signal.ToString()]);
    }
}
