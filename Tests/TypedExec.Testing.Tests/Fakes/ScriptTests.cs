using Microsoft.Extensions.Time.Testing;

namespace TypedExec.Testing.Tests.Fakes;

/// <summary>What a script can do: talk, be signaled, take its time.</summary>
public sealed class ScriptTests
{
    private static readonly Executable Tool = new("tool");

    [Fact]
    public async Task A_script_answers_line_by_line()
    {
        await using var fake = new FakeCommands();
        fake.When("tool").Runs(static async child =>
        {
            while (await child.Stdin.ReadLineAsync() is { } line)
            {
                await child.Stdout.WriteLineAsync($"{line} {line}");
            }

            await child.Stderr.WriteLineAsync("bye");
            return 7;
        });
        await using var tool = Tool.Spawn();

        await tool.Stdin!.WriteAsync("one\n"u8.ToArray());
        Assert.Equal("one one", await tool.Stdout!.ReadLineAsync().Soon());
        await tool.Stdin.WriteAsync("two\n"u8.ToArray());
        Assert.Equal("two two", await tool.Stdout.ReadLineAsync().Soon());
        await tool.Stdin.DisposeAsync();
        Assert.Equal("bye\n", await tool.Stderr!.ReadToEndAsync().Soon());
        Assert.Equal(7, (await tool.WaitForCloseAsync().Soon()).ExitCode);
    }

    [Fact]
    public async Task A_full_pipe_blocks_the_script_until_it_is_read()
    {
        await using var fake = new FakeCommands();
        var written = 0;
        fake.When("tool").Runs(async child =>
        {
            for (; written < 100; written++)
            {
                await child.Stdout.BaseStream.WriteAsync(new byte[10_000]);
            }

            return 0;
        });
        await using var tool = Tool.Spawn(new SpawnOptions { MaxUnread = 0 });
        var exited = false;
        tool.Exited += (_, _) => exited = true;

        await Waiting.UntilAsync(() => written == 6, "a pipe that is full");
        Assert.False(exited);
        await tool.Stdout!.CopyToAsync(Stream.Null);
        await tool.WaitForCloseAsync().Soon();
        Assert.Equal(100, written);
    }

    [Fact]
    public async Task A_signal_ends_a_script_that_does_not_handle_it()
    {
        await using var fake = new FakeCommands();
        fake.When("tool").Runs(static async child =>
        {
            await Task.Delay(Timeout.Infinite, child.Ended);
            return 0;
        });
        var tool = Tool.Spawn();

        Assert.True(tool.Kill(Signal.SIGUSR1));

        Assert.Equal(Signal.SIGUSR1, (await tool.WaitForCloseAsync().Soon()).Signal);
        Assert.False(tool.Kill());
        Assert.True(tool.Killed);
    }

    [Fact]
    public async Task A_script_can_handle_signals()
    {
        await using var fake = new FakeCommands();
        fake.When("tool").Runs(static async child =>
        {
            var signalled = child.Signalled;
            await child.Stdout.WriteLineAsync("ready");
            await child.Stdout.WriteLineAsync($"saved at {await signalled}");
            return 0;
        });
        var tool = Tool.Spawn();
        await tool.Stdout!.WaitForLineAsync("ready").Soon();

        var status = await tool.StopAsync().Soon();

        Assert.Equal(0, status.ExitCode);
        Assert.Equal("saved at SIGTERM\n", await tool.Stdout.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task SIGKILL_ends_any_script()
    {
        await using var fake = new FakeCommands();
        fake.When("tool").Runs(static async child =>
        {
            _ = child.Signalled;
            await child.Stdout.WriteLineAsync("ready");
            await Task.Delay(Timeout.Infinite);
            return 0;
        });
        var tool = Tool.Spawn();
        await tool.Stdout!.WaitForLineAsync("ready").Soon();

        Assert.True(tool.Kill(Signal.SIGINT));
        Assert.True(tool.Kill(Signal.SIGKILL));

        Assert.Equal(Signal.SIGKILL, (await tool.WaitForCloseAsync().Soon()).Signal);
    }

    [Fact]
    public async Task A_script_handles_one_signal_after_another()
    {
        await using var fake = new FakeCommands();
        fake.When("tool").Runs(static async child =>
        {
            var first = child.WaitForSignalAsync();
            await child.Stdout.WriteLineAsync("ready");
            return (int)await first * 10 + (int)await child.WaitForSignalAsync();
        });
        var tool = Tool.Spawn();
        await tool.Stdout!.WaitForLineAsync("ready").Soon();

        tool.Kill(Signal.SIGHUP);
        tool.Kill(Signal.SIGINT);

        Assert.Equal(12, (await tool.WaitForExitAsync().Soon()).ExitCode);
    }

    [Fact]
    public async Task A_script_that_throws_ends_with_SIGABRT_and_the_run_reports_why()
    {
        await using var fake = new FakeCommands();
        fake.When("tool").Runs(static _ => throw new InvalidOperationException("the script is wrong"));

        var error = await Assert.ThrowsAsync<ExecException>(async () => await Tool.ExecFile());

        Assert.Equal(Signal.SIGABRT, error.Signal);
        Assert.Contains("the script is wrong", error.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(fake.Calls[0].Failure);
    }

    [Fact]
    public async Task A_one_hour_timeout_elapses_at_once_on_the_fakes_clock()
    {
        var time = new FakeTimeProvider();
        await using var fake = new FakeCommands(time);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        fake.When("tool").Runs(async child =>
        {
            started.SetResult();
            await child.DelayAsync(TimeSpan.FromDays(1));
            return 0;
        });
        var execution = Tool.ExecFile(new ExecFileOptions { Timeout = TimeSpan.FromHours(1) });
        await started.Task.Soon();

        time.Advance(TimeSpan.FromHours(1));

        var error = await execution.FailureAsync();
        Assert.Equal((true, Signal.SIGTERM), (error.TimedOut, error.Signal));
    }

    [Fact]
    public async Task ForceKillAfter_uses_the_fakes_clock()
    {
        var time = new FakeTimeProvider();
        await using var fake = new FakeCommands(time);
        fake.When("tool").Runs(static async child =>
        {
            _ = child.Signalled;
            await child.Stdout.WriteLineAsync("ready");
            await Task.Delay(Timeout.Infinite, child.Ended);
            return 0;
        });
        var tool = Tool.Spawn();
        await tool.Stdout!.WaitForLineAsync("ready").Soon();
        var stop = tool.StopAsync(TimeSpan.FromMinutes(10));
        Assert.False(stop.IsCompleted);

        time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(Signal.SIGKILL, (await stop.Soon()).Signal);
    }

    [Fact]
    public async Task A_sync_call_times_out_on_the_fakes_clock()
    {
        var time = new FakeTimeProvider();
        await using var fake = new FakeCommands(time);
        fake.When("tool").Runs(async child =>
        {
            // The caller's thread is blocked, so another one moves the clock.
            _ = Task.Run(async () =>
            {
                while (!child.Ended.IsCancellationRequested)
                {
                    time.Advance(TimeSpan.FromHours(1));
                    await Task.Yield();
                }
            });
            await Task.Delay(Timeout.Infinite, child.Ended);
            return 0;
        });

        var error = Assert.Throws<ExecException>(() => Tool.ExecFileSync(new ExecFileOptions { Timeout = TimeSpan.FromHours(1) }));

        Assert.Equal((true, "ETIMEDOUT"), (error.TimedOut, error.Code));
    }

    [Fact]
    public async Task A_duration_is_measured_on_the_fakes_clock()
    {
        var time = new FakeTimeProvider();
        await using var fake = new FakeCommands(time);
        fake.When("tool").Runs(child =>
        {
            time.Advance(TimeSpan.FromMinutes(3));
            return Task.FromResult(0);
        });

        Assert.Equal(TimeSpan.FromMinutes(3), (await Tool.ExecFile()).Duration);
    }

    [Fact]
    public async Task Cancellation_stops_a_script()
    {
        await using var fake = new FakeCommands();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        fake.When("tool").Runs(async child =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, child.Ended);
            return 0;
        });
        using var cancellation = new CancellationTokenSource();
        var execution = Tool.ExecFile(cancellationToken: cancellation.Token);
        await started.Task.Soon();

        await cancellation.CancelAsync();

        await Assert.ThrowsAsync<ExecCanceledException>(() => execution.Soon());
    }

    [Fact]
    public async Task Files_terminals_and_other_descriptors_belong_to_the_fake_child()
    {
        await using var fake = new FakeCommands();
        using var directory = new TempDirectory();
        fake.When("tool").Runs(static async child =>
        {
            await child.Stdout.WriteAsync("out ");
            await child.Stderr.WriteAsync("err");
            return 0;
        });
        var path = directory["output"];

        await Tool.ExecFile(new ExecFileOptions { Stdout = [Output.ToFile(path)], Stderr = [Output.Stdout] });
        Assert.Equal("out err", File.ReadAllText(path));

        using (var file = File.Create(path))
        {
            file.Write("before "u8);
            await Tool.Spawn(new SpawnOptions { Stdio = [Stdio.Ignore, Stdio.From(file), Stdio.SameAs(1)] }).WaitForCloseAsync().Soon();
            file.Write(" after"u8);
        }

        Assert.Equal("before out err after", File.ReadAllText(path));
        var terminal = Tool.Spawn(new SpawnOptions { Terminal = new TerminalSize(80, 24) });
        await terminal.WaitForCloseAsync().Soon();
        Assert.Contains("out err", terminal.Terminal!.Screen.ToString(), StringComparison.Ordinal);
    }
}
