using System.Net;
using Xunit;

namespace TypedExec.Generator.Tests.Methods;

/// <summary>The result of a real program's output, by return type.</summary>
public sealed class ReturnTypeTests
{
    [Fact]
    public async Task A_single_value_is_parsed()
    {
        Assert.Equal(42, await Printf.IntAsync(" 42\n"));
        Assert.Equal(-7, Printf.Int("-7"));
        Assert.Equal(7, await Printf.MaybeIntAsync("7"));
        Assert.Null(await Printf.MaybeIntAsync("\n"));
        Assert.Equal(Guid.Empty, await Printf.GuidAsync(Guid.Empty.ToString()));
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 1, 2, 3, TimeSpan.FromHours(2)), await Printf.DateAsync("2026-11-26T01:02:03+02:00"));
        Assert.Equal(new Version(1, 2, 3), await Printf.VersionAsync("1.2.3\n"));
        Assert.Null(await Printf.MaybeVersionAsync(""));
        Assert.Equal(IPAddress.Loopback, await Printf.AddressAsync("127.0.0.1"));
        Assert.Null(await Printf.MaybeAddressAsync(""));
        Assert.Equal(new Uri("https://example.com/a"), await Printf.UriAsync("https://example.com/a\n"));
    }

    [Theory]
    [InlineData("low", Level.Low)]
    [InlineData("very-high", Level.VeryHigh)]
    [InlineData("VeryHigh", Level.VeryHigh)]
    [InlineData("MAX!\n", Level.Max)]
    [InlineData("max!", Level.Max)]
    public async Task An_enum_is_parsed_from_its_text(string text, object level)
    {
        Assert.Equal(level, await Printf.LevelAsync(text));
        Assert.Equal(level, await Printf.MaybeLevelAsync(text));
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a\\n", "a")]
    [InlineData("a\\n\\n", "a\n")]
    [InlineData("a\\r\\n", "a")]
    [InlineData(" a \\n", " a ")]
    [InlineData("", "")]
    public async Task A_text_loses_only_its_last_newline(string output, string expected) => Assert.Equal(expected, await Printf.TextAsync(output));

    [Fact]
    public async Task A_list_has_one_item_per_line()
    {
        Assert.Equal((int[])[1, 2, 3], await Printf.ArrayAsync("1\\n2\\r\\n 3 \\n"));
        Assert.Equal(["a", "", " b "], await Printf.ListAsync("a\\n\\n b "));
        Assert.Equal([Level.Low, Level.Max], Printf.List("low\\nMAX!\\n"));
        Assert.Equal([1, null, 2], Printf.Enumerable("1\\n\\n2"));
        Assert.Equal((int[])[1, 2], await Printf.ItemsAsync("1\\n2\\n", TestContext.Current.CancellationToken).ToArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["a", "b\n", "c"], await Printf.SeparatedAsync("a, b\\n, c").ToArrayAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await Printf.ArrayAsync(""));
    }

    [Fact]
    public async Task Records_are_read_from_separated_fields()
    {
        Assert.Equal([new Entry("a b", 1, new DateOnly(2026, 1, 2)), new Entry("", 2, null)], await Printf.EntriesAsync("a b|1|2026-01-02\\n|2|\\n"));
        Assert.Equal(new Point(1, -2), Printf.Point("1,-2\\n"));
        Assert.Equal([("a", 1), ("b", 2)], await Printf.TuplesAsync("a:1\\nb:2").ToArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Records_are_read_from_groups_and_other_lines_are_skipped()
    {
        Assert.Equal([new Pair("a", "1"), new Pair("b", "x y")], await Printf.PairsAsync("# comment\\na = 1\\n\\nb=x y\\n"));
        Assert.Equal(new Pair("word", "none"), await Printf.KeyAsync("two words\\nword\\n"));
        Assert.Equal(new Version(2, 39, 5), await Printf.FoundVersionAsync("git version 2.39.5"));
        Assert.Equal([new Point(1, 2), new Point(-3, 4)], await Printf.PointsAsync("at (1, 2)\\nnothing\\nat (-3,4)").ToArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Json_is_read_with_its_context()
    {
        Person ann = new("Ann", 1), bob = new("Bob", 2);
        const string Array = """[{"name":"Ann","age":1},{"name":"Bob","age":2}]""";
        Assert.Equal([ann, bob], await Printf.PeopleAsync(Array));
        Assert.Equal(ann, Printf.Person("""{"Name":"Ann","Age":1}"""));
        Assert.Null(await Printf.MaybePersonAsync("null"));
        Assert.Equal([ann, bob], await Printf.EachPersonAsync(Array).ToArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            [ann, bob],
            await Printf.EachPersonAsync("""{"name":"Ann","age":1}\n\n{"name":"Bob","age":2}\n""").ToArrayAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await Printf.EachPersonAsync("").ToArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_parse_failure_names_the_command_line_and_the_text()
    {
        var error = await Assert.ThrowsAsync<OutputFormatException>(() => Printf.ArrayAsync("1\\nx\\n3"));
        Assert.Equal(("printf %b '1\\nx\\n3'", 2, "x"), (error.Command, error.LineNumber, error.Text));
        error = await Assert.ThrowsAsync<OutputFormatException>(() => Printf.IntAsync("many"));
        Assert.Equal((null, "many"), (error.LineNumber, error.Text));
        error = await Assert.ThrowsAsync<OutputFormatException>(() => Printf.EntriesAsync("a|1|\\na|1"));
        Assert.Contains("expected 3 fields, found 2", error.Message, StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<OutputFormatException>(() => Printf.EntriesAsync("a|b|"));
        Assert.Contains("field 2", error.Message, StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<OutputFormatException>(() => Printf.PeopleAsync("[\n{"));
        Assert.Equal((2, "{"), (error.LineNumber, error.Text));
        error = Assert.Throws<OutputFormatException>(() => Printf.Person("null"));
        Assert.Equal("null", error.Text);
        await Assert.ThrowsAsync<OutputFormatException>(() => Printf.FoundVersionAsync("nothing"));
        await Assert.ThrowsAsync<OutputFormatException>(async () => await Printf.ItemsAsync("1\\nx", TestContext.Current.CancellationToken).ToArrayAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<OutputFormatException>(() => Printf.LevelAsync("lower"));
    }

    [Fact]
    public async Task An_exit_code_becomes_true_or_false()
    {
        Assert.True(await Sh.IsTrueAsync("exit 0"));
        Assert.False(await Sh.IsTrueAsync("exit 1"));
        Assert.True(Sh.Is3("true"));
        Assert.False(Sh.Is3("exit 3"));
        Assert.Equal(1, Assert.Throws<ExecException>(() => Sh.Is3("exit 1")).ExitCode);
        var error = await Assert.ThrowsAsync<ExecException>(() => Sh.IsTrueAsync("echo why >&2; exit 2"));
        Assert.Equal((2, "why\n"), (error.ExitCode, error.Stderr));
    }

    [Fact]
    public async Task The_run_itself_may_be_returned()
    {
        Assert.Equal("x", (await Printf.ResultAsync("x")).Stdout);
        Assert.Equal("x", Printf.Result("x").Stdout);
        Assert.Equal(7, (await Sh.StatusAsync("exit 7", TestContext.Current.CancellationToken)).ExitCode);
        Assert.Equal(7, Sh.Status("exit 7").ExitCode);
        await using var child = Printf.Start("text");
        Assert.Equal("text", await child.Stdout!.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(5, (await Assert.ThrowsAsync<ExecException>(() => Sh.FailAsync("exit 5"))).ExitCode);
    }

    [Fact]
    public async Task Input_is_passed_on()
    {
        Assert.Equal("bytes", await new Sh().ScriptAsync("cat", "bytes"u8.ToArray()));
        Assert.Equal("", await new Sh().ScriptAsync("cat"));
        Assert.Equal("text", Sh.FromInput("cat", "text"));
        using var stream = new MemoryStream(new byte[1_000_000]);
        Assert.Equal("1000000", (await Sh.FromStreamAsync("wc -c", stream)).Trim());
        using var other = new MemoryStream(new byte[1_000_000]);
        Assert.Equal("1000000", Sh.FromStream("wc -c", other).Trim());
    }

    [Fact]
    public async Task An_input_stream_that_the_program_does_not_read_is_not_a_failure()
    {
        using var stream = new MemoryStream(new byte[1_000_000]);
        Assert.Equal("done", await Sh.FromStreamAsync("exec 0<&-; echo done", stream));
    }

    [Fact]
    public async Task Progress_is_reported_line_by_line()
    {
        var lines = new Listener<string>();
        Assert.Equal("out", await new Sh().ScriptAsync("echo a >&2; printf 'b\\rc\\n' >&2; echo out", progress: lines));
        Assert.Equal(["a", "b", "c"], lines.Values);

        var (points, percent) = (new Listener<Point>(), new Listener<int>());
        await Sh.ProgressAsync("echo 'step 1/3' >&2; echo 'at 40%' >&2; echo other >&2; echo 'step 2/3' >&2", points, percent);
        Assert.Equal([new Point(1, 3), new Point(2, 3)], points.Values);
        Assert.Equal([40], percent.Values);
    }

    [Fact]
    public async Task A_stream_yields_while_the_program_runs_and_a_break_stops_it()
    {
        // The program exits only when its stdin ends, which is never: without the stop, the test would hang.
        await foreach (var line in Sh.LinesAsync("echo one; sleep 1000", TestContext.Current.CancellationToken))
        {
            Assert.Equal("one", line);
            break;
        }

        await foreach (var person in Sh.PeopleAsync("""echo '[{"name":"Ann","age":1},'; sleep 1000"""))
        {
            Assert.Equal("Ann", person.Name);
            break;
        }
    }

    [Fact]
    public async Task A_stream_throws_at_its_end_when_the_program_fails()
    {
        var lines = new List<string>();
        var error = await Assert.ThrowsAsync<ExecException>(async () =>
        {
            await foreach (var line in Sh.LinesAsync("echo one; echo why >&2; exit 3", TestContext.Current.CancellationToken))
            {
                lines.Add(line);
            }
        });
        Assert.Equal(["one"], lines);
        Assert.Equal((3, "why\n"), (error.ExitCode, error.Stderr));
    }

    [Fact]
    public async Task Canceling_a_stream_stops_the_program()
    {
        using var source = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Sh.LinesAsync("echo one; sleep 1000", source.Token))
            {
                await source.CancelAsync();
            }
        });
    }

    [Fact]
    public async Task An_interface_is_created_with_options_for_every_call()
    {
        Assert.Equal("w", await IPrintf.Create().WordAsync("w", TestContext.Current.CancellationToken));
        Assert.Equal("ww", IPrintf.Create().Twice("w"));
        var shell = IShell.Create(new ProcessOptions { Cwd = "/", Env = new Dictionary<string, string?> { ["VALUE"] = "1" } });
        Assert.Equal("/", await shell.DirectoryAsync());
        Assert.Equal("1", await shell.ValueAsync());
        Assert.Equal("2", await shell.ValueAsync(new ExecFileOptions { Env = new Dictionary<string, string?> { ["VALUE"] = "2" } }));
        Assert.Equal((int[])[12, 3], await shell.NumbersAsync("echo a12; echo b; echo 3"));
    }

    private sealed class Listener<T> : IProgress<T>
    {
        public List<T> Values { get; } = [];

        public void Report(T value)
        {
            lock (Values)
            {
                Values.Add(value);
            }
        }
    }
}
