using System.Text.RegularExpressions;
using TypedExec.Generated;

namespace TypedExec.Terminals.Tests.Programs;

public sealed partial class ExpectTests
{
    [Fact]
    public async Task A_match_includes_the_text_before_it()
    {
        await using var child = Sessions.Script("printf 'one two three'");

        var match = await child.Terminal!.ExpectAsync("two");

        Assert.Equal("one ", match.Before);
        Assert.Equal("two", match.Value);
    }

    [Theory]
    [InlineData("echo \"$1\"; read line")]
    [InlineData("echo \"$1\"")]
    [InlineData("printf %s \"$1\" | head -c 9; read line")]
    public async Task A_secret_is_masked_in_the_output_shown_by_a_failure(string script)
    {
        const string Secret = "hunter2-hunter2";
        var arguments = new CommandArguments();
        arguments.AddSecret(Secret, CommandArguments.Mask);
        await using var child = new Executable("sh", "-c", script, "sh")[arguments].Spawn(new() { Terminal = Sessions.Size, Env = Sessions.Env });

        var failure = await Assert.ThrowsAnyAsync<Exception>(
            () => child.Terminal!.ExpectAsync("never", TimeSpan.FromMilliseconds(500)).WaitAsync(Sessions.Soon));

        Assert.Contains(failure.GetType(), new[] { typeof(TimeoutException), typeof(EndOfStreamException) });
        Assert.Contains("***", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pattern_gives_its_groups()
    {
        await using var child = Sessions.Script("echo 'port 8080 is open'");

        var match = await child.Terminal!.ExpectAsync(Port());

        Assert.Equal("8080", match.Match!.Groups["number"].Value);
    }

    [Fact]
    public async Task Text_that_arrives_in_pieces_is_found()
    {
        await using var child = Sessions.Script("for i in r e a d y; do printf $i; sleep .05; done");

        Assert.Equal("", (await child.Terminal!.ExpectAsync("ready")).Before);
    }

    [Fact]
    public async Task A_character_that_arrives_in_pieces_is_found()
    {
        await using var child = Sessions.Script(@"printf 'a\346\227'; sleep .1; printf '\245b'");

        Assert.Equal("a", (await child.Terminal!.ExpectAsync("日b")).Before);
    }

    [Fact]
    public async Task Output_after_the_match_is_left_to_the_next_reader()
    {
        await using var child = Sessions.Script(@"printf '\377 first second\nthird\nfourth'");
        await child.Terminal!.ExpectAsync("first");

        await child.Terminal.ExpectAsync(" sec");
        await foreach (var line in child.Terminal.ReadLinesAsync())
        {
            Assert.Equal("ond", line);
            break;
        }

        Assert.Equal("third\nfourth", await Sessions.ReadAllAsync(child));
    }

    [Fact]
    public async Task Output_after_the_match_blocks_nothing_and_is_on_the_screen()
    {
        await using var child = Sessions.Script("echo first; seq 1 20000; read line; echo end");
        await child.Terminal!.ExpectAsync("first");

        await Sessions.UntilAsync(() => child.Terminal.Screen.EndsWith("20000", StringComparison.Ordinal), () => child.Terminal.Screen);
        await child.Terminal.WriteLineAsync();

        Assert.StartsWith("\r\n1\r\n2", (await child.Terminal.ExpectAsync("20000")).Before, StringComparison.Ordinal);
        await child.Terminal.ExpectAsync("end");
    }

    [Fact]
    public async Task A_line_that_ended_with_a_return_leaves_no_line_feed_to_the_next_reader()
    {
        await using var child = Sessions.Script(@"stty -onlcr; printf 'one\r'; read line; printf '\ntwo'");
        await foreach (var line in child.Terminal!.ReadLinesAsync())
        {
            Assert.Equal("one", line);
            break;
        }

        await child.Terminal.WriteAsync("\n");

        // The echo of the typed key belongs to the Return key.
        Assert.Equal("\n", (await child.Terminal.ExpectAsync("two")).Before);
    }

    [Fact]
    public async Task A_timeout_shows_the_output_so_far_and_consumes_nothing()
    {
        await using var child = Sessions.Script(@"printf '\033[31mnot that\033[0m'; sleep 300");

        var error = await Assert.ThrowsAsync<TimeoutException>(() => child.Terminal!.ExpectAsync("this", TimeSpan.FromSeconds(1)));

        Assert.Contains("not that", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", error.Message, StringComparison.Ordinal);
        await child.Terminal!.ExpectAsync("not that");
    }

    [Fact]
    public async Task The_end_of_the_output_ends_the_wait()
    {
        await using var child = Sessions.Script("echo bye");

        var error = await Assert.ThrowsAsync<EndOfStreamException>(() => child.Terminal!.ExpectAsync("hello"));

        Assert.Contains("bye", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_canceled_expectation_consumes_nothing()
    {
        await using var child = Sessions.Script("printf abc; sleep 300");
        await Sessions.UntilAsync(() => child.Terminal!.Screen == "abc", () => child.Terminal!.Screen);
        using var cancellation = new CancellationTokenSource();
        var waiting = child.Terminal!.ExpectAsync("never", cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Equal("", (await child.Terminal.ExpectAsync("abc")).Before);
    }

    [Fact]
    public async Task Two_reads_at_once_are_rejected()
    {
        await using var child = Sessions.Start("cat");
        var first = child.Terminal!.ExpectAsync("a");

        await Assert.ThrowsAsync<InvalidOperationException>(() => child.Terminal.ExpectAsync("b"));

        await child.Terminal.WriteAsync("a");
        await first;
    }

    [Fact]
    public async Task Lines_end_in_each_of_the_three_ways()
    {
        await using var child = Sessions.Script(@"stty -onlcr; printf 'a\rb\nc\r\n\nd\r'");
        var lines = new List<string>();

        await foreach (var line in child.Terminal!.ReadLinesAsync())
        {
            lines.Add(line);
        }

        Assert.Equal(["a", "b", "c", "", "d"], lines);
    }

    [GeneratedRegex(@"port (?<number>\d+) ")]
    private static partial Regex Port();
}
