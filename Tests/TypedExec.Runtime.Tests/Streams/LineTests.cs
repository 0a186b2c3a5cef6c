using System.Text;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Streams;

/// <summary><c>ReadLinesAsync</c>.</summary>
public sealed class LineTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("one\ntwo\n", new[] { "one", "two" })]
    [InlineData("one\r\ntwo\r\n", new[] { "one", "two" })]
    [InlineData("one\r\ntwo\nthree", new[] { "one", "two", "three" })]
    [InlineData("\n\na\n\n", new[] { "", "", "a", "" })]
    [InlineData("\r\n", new[] { "" })]
    [InlineData("a\rb\r\r\n", new[] { "a", "b", "" })]
    [InlineData("é€😀\n", new[] { "é€😀" })]
    public async Task Lines_end_with_LF_CRLF_or_CR_and_a_last_line_without_an_end_counts(string output, string[] expected)
        => Assert.Equal(expected, await LinesOfAsync(Encoding.UTF8.GetBytes(output), Encoding.UTF8));

    [Fact]
    public async Task Lines_of_10_MB_are_read_whole()
    {
        var child = SpawnScript("head -c 10000000 /dev/zero | tr '\\0' a; echo; head -c 10000001 /dev/zero | tr '\\0' b");

        var lines = await child.Stdout!.ReadLinesAsync().ToListAsync().AsTask().Soon();

        Assert.Equal([10_000_000, 10_000_001], lines.Select(line => line.Length));
        Assert.Equal(-1, lines[1].AsSpan().IndexOfAnyExcept('b'));
    }

    [Fact]
    public async Task Many_lines_are_read_in_order()
    {
        var child = new Executable("seq").Spawn("1", "100000");

        var lines = await child.Stdout!.ReadLinesAsync().ToListAsync().AsTask().Soon();

        Assert.Equal(Enumerable.Range(1, 100_000).Select(i => i.ToString()), lines);
    }

    [Fact]
    public async Task Lines_are_decoded_in_the_streams_encoding()
        => Assert.Equal(["漢", "字"], await LinesOfAsync(Encoding.Unicode.GetBytes("漢\r\n字"), Encoding.Unicode));

    [Fact]
    public async Task A_line_is_returned_as_soon_as_it_is_written()
    {
        await using var child = Cat.Spawn();
        var lines = child.Stdout!.ReadLinesAsync().GetAsyncEnumerator();

        await child.Stdin!.WriteAsync("one\ntw"u8.ToArray());

        Assert.True(await lines.MoveNextAsync().AsTask().Soon());
        Assert.Equal("one", lines.Current);
        await child.Stdin.WriteAsync("o\n"u8.ToArray());
        Assert.True(await lines.MoveNextAsync().AsTask().Soon());
        Assert.Equal("two", lines.Current);
    }

    [Fact]
    public async Task Reading_lines_can_be_canceled_and_the_child_keeps_running()
    {
        await using var child = Cat.Spawn();
        using var cancellation = new CancellationTokenSource();
        var next = child.Stdout!.ReadLinesAsync(cancellation.Token).GetAsyncEnumerator().MoveNextAsync().AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.Soon());
        Assert.True(child.Kill(0));
    }

    private static async Task<List<string>> LinesOfAsync(byte[] output, Encoding encoding)
    {
        var child = Cat.Spawn();
        child.Stdout!.Encoding = encoding;
        await child.Stdin!.WriteAsync(output);
        await child.Stdin.DisposeAsync();
        return await child.Stdout.ReadLinesAsync().ToListAsync().AsTask().Soon();
    }
}
