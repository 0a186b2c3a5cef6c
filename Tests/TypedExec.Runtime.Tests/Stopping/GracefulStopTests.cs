using System.Text;
using static TypedExec.Tests.Support.Programs;
using TypedExec.Generated;

namespace TypedExec.Tests.Stopping;

/// <summary>A stop asks first: a child can save and report it, and nothing waits for one that doesn't exit.</summary>
public sealed class GracefulStopTests
{
    private const string Saves = "trap 'echo bye; sleep 0.2; touch \"$1\"; exit 0' TERM; echo up; while :; do sleep 0.05; done";

    [Fact]
    public async Task A_timeout_lets_the_child_save_and_keeps_its_output()
    {
        using var directory = new TempDirectory();
        var options = new ExecFileOptions { Timeout = TimeSpan.FromSeconds(1) };

        var error = await Sh.ExecFile(["-c", Saves, "sh", directory["async"]], options).FailureAsync();
        var sync = Assert.Throws<ExecException>(() => Sh.ExecFileSync(["-c", Saves, "sh", directory["sync"]], options));

        Assert.Equal(("up\nbye\n", 0, true), (error.Stdout, error.ExitCode, error.TimedOut));
        Assert.Equal(("up\nbye\n", 0, true), (sync.Stdout, sync.ExitCode, sync.TimedOut));
        Assert.True(File.Exists(directory["async"]) && File.Exists(directory["sync"]));
    }

    [Fact]
    public async Task A_cancellation_lets_the_child_save_and_its_exception_has_the_output()
    {
        using var directory = new TempDirectory();
        using var cancellation = new CancellationTokenSource();
        var execution = Sh.ExecFile(
            ["-c", Saves.Replace("echo up", $"echo up; touch {directory["up"]}"), "sh", directory["saved"]], null, cancellation.Token);
        await Waiting.UntilAsync(() => File.Exists(directory["up"]), "the trap");

        await cancellation.CancelAsync();

        var task = execution.AsTask();
        var error = await Assert.ThrowsAsync<ExecCanceledException>(() => task.Soon());
        Assert.Equal((TaskStatus.Canceled, "up\nbye\n", 0), (task.Status, error.Stdout, error.ExitCode));
        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.True(File.Exists(directory["saved"]));
    }

    [Fact]
    public async Task Disposal_and_StopAsync_let_the_child_save()
    {
        using var directory = new TempDirectory();
        foreach (var way in new[] { "dispose", "stop" })
        {
            var child = Sh.Spawn("-c", Saves, "sh", directory[way]);
            Assert.Equal("up", await child.Stdout!.ReadLinesAsync().FirstAsync().AsTask().Soon());

            if (way == "stop")
            {
                Assert.Equal(new ExitStatus(0, null), await child.StopAsync().Soon());
            }

            await child.DisposeAsync().AsTask().Soon();

            Assert.Equal(0, child.ExitCode);
            Assert.True(File.Exists(directory[way]), way);
        }
    }

    [Fact]
    public async Task StopAsync_kills_after_the_grace_period()
    {
        var child = SpawnScript("trap '' TERM; echo up; while :; do sleep 0.05; done");
        Assert.Equal("up", await child.Stdout!.ReadLinesAsync().FirstAsync().AsTask().Soon());

        Assert.Equal(Signal.SIGKILL, (await child.StopAsync(TimeSpan.FromMilliseconds(100)).Soon()).Signal);
        Assert.Equal(Signal.SIGKILL, (await child.StopAsync().Soon()).Signal);
    }

    [Fact]
    public async Task A_suspended_child_is_still_ended()
    {
        var options = new ExecFileOptions { Timeout = TimeSpan.FromMilliseconds(300), ForceKillAfter = Timeout.InfiniteTimeSpan };

        var error = await ExecScript("kill -STOP $$", options).FailureAsync();
        var sync = Assert.Throws<ExecException>(() => Sh.ExecFileSync(["-c", "kill -STOP $$"], options));

        Assert.Equal((Signal.SIGTERM, Signal.SIGTERM), (error.Signal, sync.Signal));
    }

    [Fact]
    public async Task Stdin_without_Input_is_at_its_end()
    {
        Assert.Equal(1, (await new Executable("grep").ExecFile(["x"], new() { ThrowOnFailure = false }).Soon()).ExitCode);
        Assert.Equal("", (await Cat.ExecFile().Soon()).Stdout);
    }

    [Fact]
    public async Task An_infinite_timeout_is_no_timeout()
        => Assert.Equal(0, (await True.ExecFile([], new() { Timeout = Timeout.InfiniteTimeSpan }).Soon()).ExitCode);

    [Fact]
    public async Task A_strict_encoding_fails_only_that_call()
    {
        var options = new ExecFileOptions { Encoding = new UTF8Encoding(false, throwOnInvalidBytes: true) };

        var error = await ExecScript("printf '\\377'; exit 1", options).FailureAsync();

        Assert.Equal((1, "\uFFFD"), (error.ExitCode, error.Stdout));
    }

    [Fact]
    public void Input_that_cannot_be_encoded_starts_nothing()
    {
        var strict = Encoding.GetEncoding(
            "us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

        Assert.Throws<EncoderFallbackException>(
            () => { _ = Cat.ExecFile([], new() { Input = "\u00e9", Encoding = strict }); });
    }

    [Fact]
    public async Task A_secret_is_masked_anywhere_in_the_message()
    {
        var arguments = new CommandArguments { "-c", "echo \"no such token: $1\" >&2; exit 2", "sh" };
        arguments.AddSecret("hunter2", CommandArguments.Mask);

        var error = await Sh.ExecFile(arguments).FailureAsync();

        Assert.EndsWith("failed with exit code 2: no such token: ***", error.Message, StringComparison.Ordinal);
    }
}
