namespace TypedExec.Terminals.Tests.Programs;

public sealed class HangupTests
{
    [Fact]
    public async Task Closing_the_terminal_hangs_it_up()
    {
        await using var child = Sessions.Script("trap 'exit 7' HUP; echo ready; while :; do sleep .05; done");
        await child.Terminal!.ExpectAsync("ready");

        await child.Terminal.DisposeAsync();

        Assert.Equal(7, (await child.WaitForExitAsync().WaitAsync(Sessions.Soon)).ExitCode);
    }

    [Fact]
    public async Task An_interactive_shell_that_ignores_SIGTERM_ends_with_the_disposal()
    {
        await using var child = Sessions.Start("bash", "--norc", "-i");
        await child.Terminal!.ExpectAsync("$ ");

        await child.DisposeAsync().AsTask().WaitAsync(Sessions.Soon);

        Assert.NotNull(child.SignalCode ?? (object?)child.ExitCode);
    }

    [Fact]
    public async Task The_childs_exit_hangs_up_the_terminal_for_its_descendants()
    {
        await using var child = Sessions.Script("(trap '' HUP; sleep 60) & echo early");

        Assert.Equal("early\n", await Sessions.ReadAllAsync(child));
    }

    [Fact]
    public async Task A_flood_is_read_to_its_end()
    {
        await using var child = Sessions.Start("seq", "1", "300000");

        var text = await Sessions.ReadAllAsync(child);

        Assert.EndsWith("299999\n300000\n", text, StringComparison.Ordinal);
        Assert.EndsWith("299999\n300000", child.Terminal!.Screen, StringComparison.Ordinal);
    }
}
