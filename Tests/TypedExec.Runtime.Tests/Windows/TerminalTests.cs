using static TypedExec.Tests.Windows.OnWindows;

namespace TypedExec.Tests.Windows;

/// <summary>Pseudo-consoles, as far as Wine supports them; docs/terminals.md lists what it lacks.</summary>
[NeedsWindows]
public sealed class TerminalTests
{
    private static readonly TerminalSize Size = new(Columns: 80, Rows: 25);

    [Fact]
    public async Task A_program_asks_at_its_console_and_is_answered()
    {
        await using var child = Program.Spawn(["console"], new SpawnOptions { Terminal = Size });
        Assert.Null(child.Stdin);
        Assert.Null(child.Stdout);

        await child.Terminal!.ExpectAsync("Name:");
        await child.Terminal.WriteLineAsync("Ada");
        await child.Terminal.ExpectAsync("Hello, Ada");

        Assert.Equal(7, (await child.WaitForCloseAsync().Soon()).ExitCode);
        Assert.Contains("Hello, Ada", child.Terminal.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_output_ends_with_the_child()
    {
        await using var child = Program.Spawn(["exit", "3"], new SpawnOptions { Terminal = Size });
        using var reader = new StreamReader(child.Terminal!, leaveOpen: true);

        _ = await reader.ReadToEndAsync().Soon();

        Assert.Equal(3, (await child.WaitForCloseAsync().Soon()).ExitCode);
    }

    [Fact]
    public async Task A_captured_run_has_the_consoles_output()
    {
        var options = new ExecFileOptions { Terminal = Size, Input = "Ada\r", SuccessExitCodes = [7] };

        var result = await Program.ExecFile(["console"], options).Soon();

        Assert.Contains("Hello, Ada", result.Stdout, StringComparison.Ordinal);
        Assert.Equal("", result.Stderr);
    }

    [Fact]
    public async Task Disposal_ends_a_child_that_waits_for_a_key()
    {
        var child = Program.Spawn(["console"], new SpawnOptions { Terminal = Size, KillDescendants = true, KillOnParentExit = true });
        await child.Terminal!.ExpectAsync("Name:");

        await child.DisposeAsync().AsTask().Soon();

        Assert.True(Processes.HasEnded(child.Pid!.Value));
    }

    [Fact]
    public async Task A_program_that_is_missing_is_ENOENT()
    {
        await using var child = new Executable("no-such-program").Spawn([], new SpawnOptions { Terminal = Size });

        Assert.Equal("ENOENT", (await Assert.ThrowsAsync<ExecException>(() => child.WaitForExitAsync())).Code);
        Assert.Equal(0, await child.Terminal!.ReadAsync(new byte[1]).AsTask().Soon());
    }

    [Fact]
    public async Task The_size_can_be_changed_or_the_refusal_changes_nothing()
    {
        await using var child = Program.Spawn(["console"], new SpawnOptions { Terminal = Size });
        await child.Terminal!.ExpectAsync("Name:");
        var wanted = new TerminalSize(100, 30);

        try
        {
            child.Terminal.Resize(wanted);
            Assert.Equal(wanted, child.Terminal.Size);
        }
        catch (PlatformNotSupportedException)
        {
            Assert.Equal(Size, child.Terminal.Size);
            SkipUnderWine("does not change the size of a pseudo-console (E_NOTIMPL)");
            throw;
        }
    }

    [Fact]
    public async Task Standard_handles_are_the_console()
    {
        SkipUnderWine("gives a program at a pseudo-console no standard handles");

        var result = await Cmd.ExecFile(["/c", "echo at the console"], new ExecFileOptions { Terminal = Size }).Soon();

        Assert.Contains("at the console", result.Stdout, StringComparison.Ordinal);
    }
}
