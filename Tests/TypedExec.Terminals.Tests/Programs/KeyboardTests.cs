namespace TypedExec.Terminals.Tests.Programs;

public sealed class KeyboardTests
{
    [Fact]
    public async Task A_line_is_echoed_and_read()
    {
        await using var child = Sessions.Script("read x; echo \"got $x\"");

        await child.Terminal!.WriteLineAsync("héllo");

        Assert.Equal("héllo\ngot héllo\n", await Sessions.ReadAllAsync(child));
    }

    [Fact]
    public async Task Control_C_interrupts_the_foreground()
    {
        await using var child = Sessions.Script("trap 'echo interrupted; exit 3' INT; echo ready; while :; do sleep .05; done");
        await child.Terminal!.ExpectAsync("ready");

        await child.Terminal.WriteAsync("\u0003");

        await child.Terminal.ExpectAsync("interrupted");
        Assert.Equal(3, (await child.WaitForCloseAsync().WaitAsync(Sessions.Soon)).ExitCode);
    }

    [Fact]
    public async Task Control_C_is_a_byte_for_a_program_that_reads_keys()
    {
        Sessions.SkipWithout("python3");
        await using var child = Sessions.Start("python3", "-c", "import sys, tty; tty.setraw(0); print('ready', flush=True); print(ord(sys.stdin.read(1)))");
        await child.Terminal!.ExpectAsync("ready");

        await child.Terminal.WriteAsync("\u0003");

        await child.Terminal.ExpectAsync("3");
    }

    [Fact]
    public async Task Control_D_is_the_end_of_the_input()
    {
        await using var child = Sessions.Start("cat");
        await child.Terminal!.WriteLineAsync("one");
        await child.Terminal.ExpectAsync("one\r\none\r\n");

        await child.Terminal.WriteAsync("\u0004");

        Assert.Equal(0, (await child.WaitForCloseAsync().WaitAsync(Sessions.Soon)).ExitCode);
    }

    [Fact]
    public async Task A_password_is_not_echoed()
    {
        await using var child = Sessions.Script("stty -echo; printf 'Password: '; read p; stty echo; echo; echo \"${#p} characters\"");
        await child.Terminal!.ExpectAsync("Password: ");

        await child.Terminal.WriteLineAsync("secret");

        var match = await child.Terminal.ExpectAsync("6 characters");
        Assert.DoesNotContain("secret", match.Before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writing_to_an_exited_child_fails_and_has_no_other_effect()
    {
        await using var child = Sessions.Start("true");
        await child.WaitForCloseAsync().WaitAsync(Sessions.Soon);

        await Assert.ThrowsAnyAsync<IOException>(() => child.Terminal!.WriteLineAsync("x"));
    }

    [Fact]
    public async Task A_child_that_never_reads_can_still_be_ended()
    {
        await using var child = Sessions.Script("stty raw; echo ready; sleep 300");
        await child.Terminal!.ExpectAsync("ready");
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        var written = child.Terminal.WriteAsync(new string('x', 1_000_000), patience.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => written);
    }
}
