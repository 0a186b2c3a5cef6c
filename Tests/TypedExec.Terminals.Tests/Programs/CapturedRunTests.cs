using System.Text;

namespace TypedExec.Terminals.Tests.Programs;

/// <summary>Captured runs at an unattended terminal.</summary>
public sealed partial class CapturedRunTests
{
    private const string Rest = "-t 0 && test -t 1 && test -t 2 && tty && stty size";
    private const string WhereAmI = $"test {Rest}";

    private static readonly TerminalSize Size = new(Columns: 120, Rows: 40);
    private static readonly Executable Sh = new("sh");

    private static ExecFileOptions AtTerminal => new() { Terminal = Size, Timeout = Sessions.Soon };

    [Fact]
    public async Task Every_verb_runs_the_child_at_a_terminal()
    {
        var test = new Executable("test");
        var lines = new List<string>();
        await foreach (var line in Sh["-c", WhereAmI].ReadLinesAsync(AtTerminal))
        {
            lines.Add(line);
        }

        var both = new List<OutputLine>();
        await foreach (var line in Sh["-c", WhereAmI].ReadAllLinesAsync(AtTerminal))
        {
            both.Add(line);
        }

        IReadOnlyList<string>[] all =
        [
            (await Sh.ExecFile(["-c", WhereAmI], AtTerminal)).StdoutLines,
            Sh.ExecFileSync(["-c", WhereAmI], AtTerminal).StdoutLines,
            (await test.Exec(Rest, new ExecOptions { Terminal = Size, Timeout = Sessions.Soon })).StdoutLines,
            test.ExecSync(Rest, new ExecOptions { Terminal = Size, Timeout = Sessions.Soon }).StdoutLines,
            (await Sh["-c", WhereAmI].RunAsync(AtTerminal with { Stdout = [Output.Capture] })).StdoutLines,
            Sh["-c", WhereAmI].Run(AtTerminal with { Stdout = [Output.Capture] }).StdoutLines,
            Sh.SpawnSync(["-c", WhereAmI], new SpawnSyncOptions { Terminal = Size, Timeout = Sessions.Soon }).Stdout.Split("\r\n", StringSplitOptions.RemoveEmptyEntries),
            lines,
            [.. both.Select(static line => line.Text)],
        ];

        Assert.All(all, static lines =>
        {
            Assert.Equal(2, lines.Count);
            Assert.StartsWith("/dev/pts/", lines[0], StringComparison.Ordinal);
            Assert.Equal("40 120", lines[1]);
        });
        Assert.All(both, static line => Assert.False(line.IsError));
    }

    [Fact]
    public async Task Stdout_is_everything_the_terminal_shows()
    {
        var result = await Sh.ExecFile(["-c", "echo out; echo error >&2; echo tty >/dev/tty"], AtTerminal);

        Assert.Equal("out\r\nerror\r\ntty\r\n", result.Stdout);
        Assert.Equal("", result.Stderr);
        Assert.Equal(["out", "error", "tty"], result.StdoutLines);
    }

    [Fact]
    public async Task A_failure_throws_with_what_was_shown()
    {
        var error = await Assert.ThrowsAsync<ExecException>(async () => await Sh.ExecFile(["-c", "echo reason; exit 3"], AtTerminal));

        Assert.Equal(3, error.ExitCode);
        Assert.Contains("reason", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cat; cat; echo done")]
    [InlineData("sleep .3; cat; echo done")]
    // Discards what was typed before, like a program that asks for a password.
    [InlineData("sleep .2; stty -echo; sleep .1; python3 -c 'import termios; termios.tcflush(0, termios.TCIFLUSH)'; cat; stty echo; echo done")]
    public async Task Stdin_is_at_its_end(string script)
    {
        Sessions.SkipWithout("python3");
        Assert.EndsWith("done\r\n", (await Sh.ExecFile(["-c", script], AtTerminal)).Stdout, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("python3", "-q")]
    [InlineData("bash", "--norc", "-i")]
    public async Task A_program_that_reads_keys_also_sees_the_end(string program, params string[] arguments)
    {
        Sessions.SkipWithout(program);
        var result = await new Executable(program).ExecFile(arguments, AtTerminal);

        Assert.True(result.Success);
    }

    [Fact]
    public async Task Input_is_typed()
    {
        Sessions.SkipWithout("python3");

        var result = await new Executable("python3").ExecFile(["-q"], AtTerminal with { Input = "print(6 * 7)\n" });

        Assert.Contains("42\r\n", result.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_line_without_an_end_is_read_too()
        => Assert.Equal("[ab]", (await Sh.ExecFile(["-c", "stty -echo; printf '[%s]' \"$(cat)\""], AtTerminal with { Input = "ab" })).Stdout[^4..]);

    [Fact]
    public async Task A_stream_is_typed_to_its_end()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(static number => $"line {number}\n"));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));

        var result = await Sh.ExecFile(["-c", "stty -echo; wc -l"], AtTerminal with { Input = ProcessInput.FromStream(stream) });

        Assert.EndsWith("20000", result.Stdout.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_that_stays_open_is_typed_by_the_caller()
    {
        var execution = Sh.ExecFile(["-c", "read line; echo \"got $line\""], AtTerminal with { Input = ProcessInput.Open });
        await execution.Child.Terminal!.WriteLineAsync("it");

        Assert.Contains("got it", (await execution).Stdout, StringComparison.Ordinal);
        Assert.Equal("it\ngot it", execution.Child.Terminal.Screen);
    }

    [Fact]
    public async Task Input_to_a_child_that_never_reads_blocks_nothing()
    {
        var result = await Sh.ExecFile(["-c", "echo bye"], AtTerminal with { Input = new string('x', 1_000_000) });

        Assert.True(result.Success);
    }

    [Fact]
    public async Task Output_may_go_to_several_places_and_to_none()
    {
        var lines = new List<string>();
        var path = Path.GetTempFileName();
        try
        {
            var result = await Sh.ExecFile(
                ["-c", "echo one; echo two"], AtTerminal with { Stdout = [Output.Capture, Output.ToLines(lines.Add), Output.ToFile(path)] });
            var nothing = await Sh.ExecFile(["-c", "echo one"], AtTerminal with { Stdout = [] });
            await Sh.ExecFile(["-c", "echo alone"], AtTerminal with { Stdout = [Output.ToFile(path, append: true)], Stderr = [Output.Stdout] });

            Assert.Equal("one\r\ntwo\r\n", result.Stdout);
            Assert.Equal(["one", "two"], lines);
            Assert.Equal("", nothing.Stdout);
            Assert.Equal("one\r\ntwo\r\nalone\r\n", await File.ReadAllTextAsync(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Too_much_output_and_a_timeout_stop_it()
    {
        var overflow = await Assert.ThrowsAsync<ExecException>(
            async () => await new Executable("yes").ExecFile([], AtTerminal with { MaxBuffer = 1000 }));
        var timeout = await Assert.ThrowsAsync<ExecException>(
            async () => await Sh.ExecFile(["-c", "echo before; sleep 300"], AtTerminal with { Timeout = TimeSpan.FromMilliseconds(500) }));

        Assert.Equal("ERR_CHILD_PROCESS_STDIO_MAXBUFFER", overflow.Code);
        Assert.True(timeout.TimedOut);
        Assert.Contains("before", timeout.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_is_that_of_the_terminal()
    {
        var old = Environment.GetEnvironmentVariable("TERM");
        const string Script = "echo $TERM/${COLUMNS-none}/${LINES-none}/$PAGER";
        var cleared = new Dictionary<string, string?> { ["PATH"] = Environment.GetEnvironmentVariable("PATH") };

        var own = await Sh.ExecFile(["-c", Script], AtTerminal with { Env = new Dictionary<string, string?> { ["TERM"] = "vt100", ["COLUMNS"] = "7", ["PAGER"] = "more" } });
        var none = await Sh.ExecFile(["-c", Script], AtTerminal with { Env = cleared, ClearEnv = true });

        Assert.Equal("vt100/7/none/more\r\n", own.Stdout);
        Assert.Equal("xterm-256color/none/none/cat\r\n", none.Stdout);
        Assert.Equal(old, Environment.GetEnvironmentVariable("TERM"));
    }

    [Fact]
    public async Task Git_colors_its_output_and_starts_no_pager()
    {
        Sessions.SkipWithout("git");
        var folder = Directory.CreateTempSubdirectory("typedexec-terminals-tests-");
        try
        {
            var git = new Executable("git");
            var options = AtTerminal with { Cwd = folder.FullName };
            await git.ExecFile(["init", "-q"], options);
            await git.ExecFile(
                ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "--allow-empty", "-m", "many" + string.Concat(Enumerable.Range(0, 100).Select(static n => $"\n\n{n}"))],
                options);

            var result = await git.ExecFile(["log"], options);

            Assert.Contains("\u001b[33mcommit", result.Stdout, StringComparison.Ordinal);
            Assert.Contains(" 99", result.Stdout, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Options_that_contradict_a_terminal_are_rejected_by_name()
    {
        var error = Assert.Throws<ArgumentException>(() => { Sh.ExecFile([], AtTerminal with { Stderr = [Output.Capture] }); });
        Assert.Contains("Stderr", error.Message, StringComparison.Ordinal);
        Assert.Contains("Terminal", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => { Sh.ExecFileSync([], AtTerminal with { Input = ProcessInput.Inherit }); });
        Assert.Contains("Input", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(
            () => { Sh.SpawnSync([], new SpawnSyncOptions { Terminal = Size, Stdio = [Stdio.Pipe, Stdio.Pipe, Stdio.Pipe, Stdio.Pipe] }); });
        Assert.Contains("Stdio", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentOutOfRangeException>(() => { Sh.ExecFile([], new ExecFileOptions { Terminal = new TerminalSize(0, 1) }); });
        Assert.Contains("Terminal", error.Message, StringComparison.Ordinal);

        var pipeline = new Executable("true")[[]] | new Executable("cat")[[]];
        await Task.WhenAll(
            Refused(async () => await pipeline.ExecFile(AtTerminal)),
            Refused(() => Task.FromResult(pipeline.ExecFileSync(AtTerminal))),
            Refused(async () => await pipeline.RunAsync(AtTerminal)),
            Refused(async () => await pipeline.Spawn(new SpawnOptions { Terminal = Size }).DisposeAsync()));

        static async Task Refused(Func<Task> call)
            => Assert.Contains("Terminal", (await Assert.ThrowsAsync<ArgumentException>(call)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_method_accepts_a_terminal_option()
    {
        Assert.Equal("40 120", await Shell.SizeAsync("stty size", AtTerminal));
        Assert.Equal("40 120", Shell.Size("stty size", AtTerminal));
    }

    [Fact]
    public async Task A_progress_bar_is_reported_line_by_line_without_its_control_sequences()
    {
        const string Bar = @"for i in 10 50 100; do printf '\r\033[K\033[32m%s%%\033[0m done' $i; done; echo";
        var texts = new List<string>();
        var steps = new List<int>();

        await Shell.DrawAsync(Bar, new Listener<string>(texts.Add), AtTerminal);
        await Shell.CountAsync(Bar, new Listener<Step>(step => steps.Add(step.Percent)), AtTerminal);
        var items = new List<string>();
        var streamed = new List<string>();
        await foreach (var item in Shell.ItemsAsync(Bar, new Listener<string>(streamed.Add), AtTerminal))
        {
            items.Add(item);
        }

        Assert.Equal(["10% done", "50% done", "100% done"], texts);
        Assert.Equal([10, 50, 100], steps);
        Assert.Equal(texts, streamed);
        Assert.Equal(4, items.Count);
    }

    /// <summary>Reports immediately, on the drawing thread.</summary>
    private sealed class Listener<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }

    public sealed record Step(int Percent);

    [Command("sh")]
    public static partial class Shell
    {
        [Run("-c {script}")]
        public static partial Task<string> SizeAsync(string script, ExecFileOptions options);

        [Run("-c {script}")]
        public static partial string Size(string script, ExecFileOptions options);

        [Run("-c {script}")]
        public static partial Task DrawAsync(string script, IProgress<string> progress, ExecFileOptions options);

        [Run("-c {script}")]
        public static partial Task CountAsync(string script, [Progress(@"^(?<Percent>\d+)%")] IProgress<Step> progress, ExecFileOptions options);

        [Run("-c {script}")]
        public static partial IAsyncEnumerable<string> ItemsAsync(string script, IProgress<string> progress, ExecFileOptions options);
    }
}
