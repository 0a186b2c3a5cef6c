namespace TypedExec.Terminals.Tests.Programs;

public sealed class ControllingTerminalTests
{
    [Fact]
    public async Task Stdin_stdout_and_stderr_are_terminals()
    {
        await using var child = Sessions.Script("test -t 0 && test -t 1 && test -t 2 && echo all three");

        Assert.Equal("all three\n", await Sessions.ReadAllAsync(child));
    }

    [Fact]
    public async Task It_is_the_terminal_at_dev_tty()
    {
        await using var child = Sessions.Script("echo to stdout >/dev/null; echo to the terminal >/dev/tty");

        Assert.Equal("to the terminal\n", await Sessions.ReadAllAsync(child));
    }

    [Fact]
    public async Task Its_name_is_that_of_a_pseudo_terminal()
    {
        await using var child = Sessions.Start("tty");

        Assert.StartsWith("/dev/pts/", await Sessions.ReadAllAsync(child), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_size_is_set_before_the_child_starts()
    {
        await using var child = Sessions.Start(new TerminalSize(Columns: 133, Rows: 7), "stty", "size");

        Assert.Equal("7 133\n", await Sessions.ReadAllAsync(child));
    }

    [Fact]
    public async Task Resizing_sends_SIGWINCH_and_changes_the_size()
    {
        await using var child = Sessions.Script("trap 'stty size; exit' WINCH; echo ready; while :; do sleep .05; done");
        await child.Terminal!.ExpectAsync("ready");

        child.Terminal.Resize(new TerminalSize(Columns: 100, Rows: 30));

        await child.Terminal.ExpectAsync("30 100");
        Assert.Equal(new TerminalSize(100, 30), child.Terminal.Size);
    }

    [Fact]
    public async Task The_terminal_is_the_childs_only_stream()
    {
        await using var child = Sessions.Start("true");

        Assert.Null(child.Stdin);
        Assert.Null(child.Stdout);
        Assert.Null(child.Stderr);
        Assert.NotNull(child.Terminal);
        Assert.Equal(0, (await child.WaitForCloseAsync()).ExitCode);
    }

    [Fact]
    public async Task A_child_without_the_option_has_no_terminal()
    {
        await using var child = new Executable("true").Spawn();

        Assert.Null(child.Terminal);
    }

    [Fact]
    public async Task The_output_of_an_ended_child_is_kept_until_it_is_read()
    {
        await using var child = Sessions.Script("echo kept");
        await child.WaitForExitAsync().WaitAsync(Sessions.Soon);

        Assert.Equal("kept\n", await Sessions.ReadAllAsync(child));
    }

    [Fact]
    public async Task A_program_that_cannot_be_started_faults_and_leaves_nothing_open()
    {
        await using var child = new Executable("/no/such").Spawn([], new SpawnOptions { Terminal = Sessions.Size });

        var failure = await Assert.ThrowsAsync<ExecException>(() => child.WaitForExitAsync());
        Assert.Equal("ENOENT", failure.Code);
        Assert.Equal(0, await child.Terminal!.ReadAsync(new byte[1]));
    }

    [Fact]
    public async Task No_other_child_inherits_the_terminal()
    {
        await using var child = Sessions.Start("cat");
        var other = await new Executable("sh").ExecFile("-c", "ls -l /proc/self/fd");

        Assert.DoesNotContain("ptmx", other.Stdout, StringComparison.Ordinal);
        Assert.DoesNotContain("/dev/pts/", string.Concat(other.Stdout.Split('\n').Where(line => line.Contains(" 3 ->", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 24)]
    [InlineData(80, 0)]
    [InlineData(65_536, 24)]
    [InlineData(-1, 24)]
    public void A_size_out_of_range_is_rejected_before_anything_starts(int columns, int rows)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new Executable("true").Spawn([], new SpawnOptions { Terminal = new TerminalSize(columns, rows) }));

        Assert.Contains("Terminal", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_separate_Stdio_is_rejected()
        => Assert.Throws<ArgumentException>(
            () => new Executable("true").Spawn([], new SpawnOptions { Terminal = Sessions.Size, Stdio = [Stdio.Inherit] }));
}
