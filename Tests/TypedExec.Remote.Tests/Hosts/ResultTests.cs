namespace TypedExec.Remote.Tests.Hosts;

/// <summary>What a command does on another host comes back as if it had run here.</summary>
public sealed class ResultTests(SshServer server) : IClassFixture<SshServer>
{
    private const int LargeSize = 100 * 1024 * 1024;

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(126)]
    [InlineData(127)]
    [InlineData(255)]
    public async Task Exit_codes_come_back(int code)
    {
        var result = await new Executable("sh")["-c", $"exit {code}"].Via(server.Host()).ExecFile(new() { ThrowOnFailure = false });
        Assert.Equal(code, result.Status.ExitCode);
        if (code != 0)
        {
            Assert.IsNotType<CarrierException>(Assert.ThrowsAny<ExecException>(result.EnsureSuccess));
        }
    }

    [Fact]
    public async Task A_command_ended_by_a_signal_has_the_exit_code_of_a_shell()
    {
        var failure = await Assert.ThrowsAsync<ExecException>(() => new Executable("sh")["-c", "echo out; kill -SEGV $$"].Via(server.Host()).ExecFile().AsTask());
        Assert.Equal((128 + 11, ""), (failure.ExitCode, failure.Stderr));
    }

    [Fact]
    public async Task Stdin_reaches_the_command_and_ends()
        => Assert.Equal("a\0b\n", (await new Executable("cat").Via(server.Host()).ExecFile(new() { Input = "a\0b\n" })).Stdout);

    [Fact]
    public async Task Stdout_and_stderr_are_kept_separate()
    {
        var result = await new Executable("sh")["-c", "printf out; printf err >&2"].Via(server.Host()).ExecFile();
        Assert.Equal(("out", "err"), (result.Stdout, result.Stderr));
    }

    [Fact]
    public async Task A_hundred_megabytes_pass_in_both_directions()
    {
        var bytes = new byte[LargeSize];
        Random.Shared.NextBytes(bytes);
        var result = await new Executable("cat").Via(server.Host()).ExecFile(new() { Input = bytes, MaxBuffer = LargeSize });
        Assert.True(bytes.AsSpan().SequenceEqual(result.StdoutBytes.Span));
    }

    [Fact]
    public async Task A_remote_terminal_is_a_terminal()
        => Assert.Equal("yes\r\n", (await new Executable("sh")["-c", "[ -t 1 ] && echo yes"].Via(server.Host(tty: true)).ExecFile()).Stdout);
}
