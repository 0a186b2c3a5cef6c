namespace TypedExec.Terminals.Tests.Screen;

/// <summary>
/// Programs that draw, run here and in tmux with the same keys: the screens are the same after each step, and the output looks
/// the same in two more emulators.
/// </summary>
public sealed class RealProgramTests
{
    private static readonly TerminalSize Size = new(Columns: 40, Rows: 10);

    [Fact]
    public Task Cursor_movements_and_the_other_screen()
        => CompareAsync("sh", ["-c", @"printf 'one\ntwo\033[1;3H##\033[5;2H日本\033[4;1H\033[Lline\033[?1049h\033[Halt\033[?1049l!'; read x"]);

    [Fact]
    public async Task Less_pages_searches_and_moves()
    {
        using var file = new TemporaryFile(string.Concat(Enumerable.Range(1, 60).Select(
            static n => $"{n}\ttab 日本語 {(n % 7 == 0 ? new string('x', 60) : "")} é{n}\n")));

        await CompareAsync("less", ["-X", file.Path], " ", "/é3\r", "n", "G", "k", "-S\r", "g");
    }

    [Fact]
    public async Task Vi_edits()
    {
        Sessions.SkipWithout("busybox");
        using var file = new TemporaryFile(string.Concat(Enumerable.Range(1, 30).Select(static n => $"line {n}\n")));

        await CompareAsync("busybox", ["vi", file.Path], "Oabove\u001b", "dd", "G", "5kiinserted \u001b", "\u0002", "u");
    }

    [Fact]
    public Task Bash_edits_a_line_that_wraps()
        => CompareAsync("bash", ["--norc", "-i"], "echo one two three four five six seven eight nine ten", "\u0001X\u0005Y", "\u0017\u0017", "\r", "\u001b[A", "\u0015clear\r");

    [Fact]
    public Task Python_shows_its_prompt_and_errors()
        => CompareAsync("python3", ["-q"], "print('日本' * 3)\r", "1/0\r");

    [Fact]
    public Task Watch_draws_a_page()
        => CompareAsync("watch", ["-t", "-n", "60", "seq", "5"]);

    [Fact]
    public async Task Top_draws_its_table()
    {
        await using var child = Sessions.Start(new TerminalSize(100, 30), "top", "-n1");

        Assert.Equal(0, (await child.WaitForCloseAsync().WaitAsync(Sessions.Soon)).ExitCode);

        Assert.Contains(child.Terminal!.Screen.Split('\n'), static line => line.Contains("PID", StringComparison.Ordinal) && line.Contains("COMMAND", StringComparison.Ordinal));
    }

    private static async Task CompareAsync(string program, string[] arguments, params string[] steps)
    {
        await using var tmux = await Tmux.StartAsync(Size, Sessions.Env, program, arguments);
        await using var child = Sessions.Start(Size, program, arguments);
        using var recording = new MemoryStream();
        var recorded = child.Terminal!.CopyToAsync(recording);
        await UntilAlikeAsync("the start");
        foreach (var keys in steps)
        {
            await child.Terminal.WriteAsync(keys);
            await tmux.TypeAsync(keys);
            await UntilAlikeAsync(keys);
        }

        var screen = child.Terminal.Screen;
        // What the program draws as it exits isn't compared.
        var drawn = recording.ToArray();
        await child.DisposeAsync();
        await recorded.WaitAsync(Sessions.Soon);
        Assert.Equal(screen, (await Xterm.ShowAsync(Size.Columns, Size.Rows, [drawn]))[0]);
        Assert.Equal(screen, await Hex1bScreen.ShowAsync(Size.Columns, Size.Rows, drawn, screen));

        async Task UntilAlikeAsync(string keys)
        {
            var end = DateTime.UtcNow + Sessions.Soon;
            var (before, here) = ("", "");
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            while (await timer.WaitForNextTickAsync())
            {
                // The same twice, and not empty: neither is still about to draw.
                here = child.Terminal!.Screen;
                var there = await tmux.CaptureAsync();
                if (here == there && here == before && here.Length > 0)
                {
                    return;
                }

                before = here;
                Assert.True(DateTime.UtcNow < end, $"After {keys}:\n{here}\n-- tmux:\n{there}");
            }
        }
    }

    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"typedexec-{Guid.NewGuid():N}");

        public void Dispose() => File.Delete(Path);
    }
}
