namespace TypedExec.Terminals.Tests.Inherited;

/// <summary>
/// A child finds the terminal with echo and line mode, whatever this process's Console has done, which then continues as before.
/// </summary>
public sealed class ConsoleModeTests
{
    public static TheoryData<string, string, string> All
    {
        get
        {
            var all = new TheoryData<string, string, string>
            {
                { "ReadKey", "Spawn", "plain" },
                { "ReadKey", "SpawnSync", "descendants" },
                { "ReadKey", "Pipeline", "plain" },
                { "ReadKey", "PipelineSync", "parent-exit" },
                { "ReadKey", "RunAsync", "parent-exit" },
                { "ReadKey", "Detached", "plain" },
                { "ReadKey", "Fork", "plain" },
                { "none", "Fork", "descendants" },
                { "KeyAvailable", "Run", "plain" },
                { "KeyAvailable", "Spawn", "descendants" },
                { "ReadLine", "RunAsync", "plain" },
                { "CursorTop", "RunAsync", "plain" },
                { "none", "RunAsync", "descendants" },
            };
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_child_reads_a_line_with_echo_and_the_parents_modes_are_restored(string console, string way, string group)
    {
        await using var parent = Parent.Start(console, way, group, "printf 'name: '; read x; echo \"hello, $x\"");
        await UseConsoleAsync(parent, console);
        await parent.UntilAsync("name: ");

        await parent.TypeAsync("Ada");

        Assert.Equal("Ada\r\n", await parent.UntilAsync("hello, Ada"));
        await parent.UntilAsync("parent: its own modes, in the foreground");
        if (console == "ReadKey")
        {
            await parent.Terminal!.WriteAsync("k");
            await parent.UntilAsync("key: k");
        }

        await parent.UntilAsync("end");
    }

    [Fact]
    public async Task A_child_that_cannot_be_started_does_not_change_the_parents_modes()
    {
        await using var parent = Parent.Start("ReadKey", "Missing", "descendants", "true");
        await UseConsoleAsync(parent, "ReadKey");

        await parent.UntilAsync("failed: ENOENT");
        await parent.UntilAsync("parent: its own modes, in the foreground");
    }

    private static async Task UseConsoleAsync(ChildProcess parent, string console)
    {
        switch (console)
        {
            case "ReadKey":
                await parent.UntilAsync("press a key");
                await parent.Terminal!.WriteAsync("x");
                break;
            case "ReadLine":
                await parent.UntilAsync("write a line");
                await parent.TypeAsync("a line");
                break;
            case "CursorTop":
                // Console queries the terminal, which is this test.
                await parent.UntilAsync("\u001b[6n");
                await parent.Terminal!.WriteAsync("\u001b[2;1R");
                break;
        }
    }
}
