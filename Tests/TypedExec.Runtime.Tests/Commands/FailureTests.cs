using System.Globalization;
using TypedExec.Generated;
using TypedExec.Tests.Pipelines;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Commands;

/// <summary>The messages of failures: how the child ended and its last output, limited in length and without secrets.</summary>
public sealed class FailureTests
{
    private const string Secret = "hunter2-hunter2";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failure_names_its_exit_code_or_signal()
    {
        Assert.Equal("false failed with exit code 1", (await new Executable("false").ExecFile().FailureAsync()).Message);
        // The portable backend sees a signal that it hasn't sent as a shell would report it.
        var end = PortableBackendAttribute.IsUsed ? "failed with exit code 137" : "was ended by SIGKILL";
        Assert.Equal($"sh -c kill -9 $$ {end}", (await ExecScript("kill -9 $$").FailureAsync()).Message);
    }

    [Fact]
    public async Task A_message_has_the_last_20_lines_and_stays_short()
    {
        var lines = (await ExecScript("seq 1 100 >&2; exit 1").FailureAsync()).Message.Split('\n');
        Assert.Equal((20, "sh -c seq 1 100 >&2; exit 1 failed with exit code 1: 81", "100"), (lines.Length, lines[0], lines[^1]));

        var large = await ExecScript("head -c 5000000 /dev/zero | tr '\\0' x >&2; exit 1").FailureAsync();
        Assert.InRange(large.Message.Length, 1000, 20_000);
        Assert.Equal(5_000_000, large.Stderr.Length);
    }

    [Fact]
    public async Task A_message_shows_stdout_if_stderr_is_empty()
        => Assert.EndsWith(": only out", (await ExecScript("echo only out; exit 1").FailureAsync()).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_stopped_runs_message_also_has_the_last_lines_in_all_four_ways()
    {
        var noisy = Sh["-c", "echo out; echo first >&2; echo last >&2; exec sleep 300"];
        var quiet = Sh["-c", "echo only out; exec sleep 300"];
        var limit = new ExecFileOptions { Timeout = TimeSpan.FromMilliseconds(300) };
        foreach (var failure in await StoppedAsync(noisy, limit))
        {
            Assert.EndsWith(": first\nlast", failure.Message, StringComparison.Ordinal);
            Assert.True(failure.TimedOut);
        }

        foreach (var failure in await StoppedAsync(quiet, limit))
        {
            Assert.EndsWith(": only out", failure.Message, StringComparison.Ordinal);
        }

        var spawned = Assert.IsType<ExecException>(noisy.SpawnSync(new() { Timeout = limit.Timeout }).Error);
        Assert.Equal("spawnSync sh ETIMEDOUT: first\nlast", spawned.Message);
    }

    [Fact]
    public async Task An_overflow_message_has_the_last_lines_in_all_four_ways()
    {
        var stdout = Sh["-c", "seq 1 1000; exec sleep 300"];
        var stderr = Sh["-c", "echo out; seq 1 1000 >&2; exec sleep 300"];
        foreach (var failure in (ExecException[])[
            .. await StoppedAsync(stdout, new() { MaxBuffer = 92 }), .. await StoppedAsync(stderr, new() { MaxBuffer = 92 })])
        {
            Assert.EndsWith(": " + string.Join('\n', Enumerable.Range(15, 20)), failure.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(14)]
    public async Task A_secret_that_was_cut_off_is_masked(int length)
    {
        var script = Sh["-c", "printf 'the token is %s' \"$1\"; exec sleep 300", "sh"][WithSecret(Secret)];
        foreach (var failure in await StoppedAsync(script, new() { MaxBuffer = "the token is ".Length + length }))
        {
            Assert.EndsWith("the token is ***", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_hand_made_result_fails_with_the_same_message()
    {
        var real = await ExecScript("echo bad >&2; exit 2").FailureAsync();
        var fake = Assert.Throws<ExecException>(void () => new ExecResult(stderr: "bad\n", exitCode: 2, command: real.Cmd).EnsureSuccess());

        Assert.Equal((real.Message, real.Stderr, real.ExitCode), (fake.Message, fake.Stderr, fake.ExitCode));
    }

    [Fact]
    public async Task Lines_that_were_read_but_not_kept_still_end_the_message()
    {
        var script = Sh["-c", "seq 1 100; seq 101 200 >&2; exit 3"];

        var all = await Assert.ThrowsAsync<ExecException>(async () => await script.ReadAllLinesAsync().ToListAsync(Token));
        Assert.EndsWith(string.Join('\n', Enumerable.Range(181, 20)), all.Message, StringComparison.Ordinal);
        Assert.Equal(3, all.ExitCode);
        var targets = await script.RunAsync(new() { Stdout = [Output.ToStream(Stream.Null)], Stderr = [Output.ToLines(_ => { })] }).FailureAsync();
        Assert.EndsWith("199\n200", targets.Message, StringComparison.Ordinal);
        var lines = await Assert.ThrowsAsync<ExecException>(async () => await Sh["-c", "seq 1 100; exit 3"].ReadLinesAsync().ToListAsync(Token));
        Assert.EndsWith("99\n100", lines.Message, StringComparison.Ordinal);
        var pipeline = await Assert.ThrowsAsync<ExecException>(async () => await (script | Cat).ReadAllLinesAsync().ToListAsync(Token));
        Assert.EndsWith("199\n200", pipeline.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_lines_keeps_only_the_end_of_stderr()
    {
        const string Much = "head -c 300000 /dev/zero | tr '\\0' x >&2; echo >&2; echo the end >&2; echo out";

        Assert.Equal(["out"], await Sh["-c", Much].ReadLinesAsync(new() { MaxBuffer = 1000 }).ToListAsync(Token));
        var failure = await Assert.ThrowsAsync<ExecException>(async () => await Sh["-c", Much + "; exit 1"].ReadLinesAsync().ToListAsync(Token));
        Assert.EndsWith("the end", failure.Message, StringComparison.Ordinal);
        Assert.InRange(failure.Stderr.Length, 10_000, 16 * 1024);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5000)]
    [InlineData(5461)]
    [InlineData(100_000)]
    public async Task A_truncated_output_starts_with_a_whole_character(int count)
    {
        var failure = await ExecScript(
            $"i=0; head -c {count} /dev/zero | sed 's/\\x00/漢/g' >&2; exit 1", new() { Stderr = [Output.ToStream(Stream.Null)] }).FailureAsync();

        Assert.Equal(new string('漢', Math.Min(count, 16 * 1024 / 3)), failure.Stderr);
    }

    [Fact]
    public async Task A_secret_is_masked_anywhere_in_a_message()
    {
        string[] scripts =
        [
            "echo \"x${0}x\" >&2; exit 1",
            "echo \"$0\"; exit 1",
            // Cut where the end of a long output begins.
            $"printf '%s' \"$0\" >&2; head -c {(16 * 1024) - 5} /dev/zero | tr '\\0' x >&2; exit 1",
        ];
        foreach (var script in scripts)
        {
            AssertMasked((await Sh["-c", script][WithSecret(Secret)].ExecFile().FailureAsync()).Message);
            AssertMasked((await Sh["-c", script][WithSecret(Secret)].RunAsync(
                new() { Stdout = [Output.ToLines(_ => { })], Stderr = [Output.ToLines(_ => { })] }).FailureAsync()).Message);
        }
    }

    [Fact]
    public async Task A_secret_of_several_lines_is_masked_line_by_line()
    {
        var key = string.Join('\n', Enumerable.Range(1, 30).Select(i => string.Create(CultureInfo.InvariantCulture, $"key material {i:000}")));

        var failure = await Sh["-c", "echo \"$1\" >&2; exit 1", "sh"][WithSecret(key)].ExecFile().FailureAsync();

        Assert.DoesNotContain("material", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_masked_in_a_failed_wait_for_a_line()
    {
        await using var child = Sh["-c", "echo \"$1\"", "sh"][WithSecret(Secret)].Spawn();
        AssertMasked((await Assert.ThrowsAsync<EndOfStreamException>(() => child.Stdout!.WaitForLineAsync("never").Soon())).Message);

        await using var waiting = Sh["-c", "echo \"$1\"; cat", "sh"][WithSecret(Secret)].Spawn();
        AssertMasked((await Assert.ThrowsAsync<TimeoutException>(
            () => waiting.Stdout!.WaitForLineAsync("never", TimeSpan.FromMilliseconds(500)).Soon())).Message);
    }

    [Fact]
    public async Task A_secret_is_masked_in_a_parse_failure()
    {
        var call = new MethodCall("printf");
        call.Add("%s");
        call.AddHole("token", Secret, shown: "***");

        var failure = await Assert.ThrowsAsync<OutputFormatException>(() => call.ValueAsync<int>(OutputParsers.Value).Soon());

        AssertMasked(failure.ToString());
    }

    /// <summary>Returns the failures of async, sync, pipeline and sync pipeline.</summary>
    private static async Task<ExecException[]> StoppedAsync(Executable command, ExecFileOptions options)
    {
        var pipeline = True | command;
        return
        [
            await command.ExecFile(options).FailureAsync(),
            Assert.Throws<ExecException>(() => command.ExecFileSync(options)),
            await pipeline.ExecFile(options).FailureAsync(),
            Assert.Throws<ExecException>(() => pipeline.ExecFileSync(options)),
        ];
    }

    private static void AssertMasked(string message)
    {
        Assert.Contains("***", message, StringComparison.Ordinal);
        for (var length = 5; length <= Secret.Length; length++)
        {
            Assert.DoesNotContain(Secret[^length..], message, StringComparison.Ordinal);
        }
    }

    private static CommandArguments WithSecret(params string[] secrets)
    {
        var arguments = new CommandArguments();
        foreach (var secret in secrets)
        {
            arguments.AddSecret(secret, CommandArguments.Mask);
        }

        return arguments;
    }
}
