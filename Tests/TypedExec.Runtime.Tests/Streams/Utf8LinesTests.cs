using System.Text;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Streams;

/// <summary><c>ReadUtf8Lines</c>.</summary>
public sealed class Utf8LinesTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("one\r\ntwo\nthree", new[] { "one", "two", "three" })]
    [InlineData("\n\na\n\n", new[] { "", "", "a", "" })]
    [InlineData("a\rb\r\r\n", new[] { "a", "b", "" })]
    [InlineData("é€😀\n\r", new[] { "é€😀", "" })]
    public async Task Lines_are_split_as_by_ReadLinesAsync(string output, string[] expected)
    {
        var child = Cat.Spawn();
        await child.Stdin!.WriteAsync(Encoding.UTF8.GetBytes(output));
        await child.Stdin.DisposeAsync();

        Assert.Equal(expected, await LinesAsync(child));
    }

    [Fact]
    public async Task A_reader_that_is_disposed_while_it_waits_keeps_its_buffer_until_the_read_has_ended()
    {
        for (var i = 0; i < 20; i++)
        {
            await using var child = Cat.Spawn();
            var lines = child.Stdout!.ReadUtf8Lines();
            var waiting = lines.WaitToReadAsync().AsTask();

            lines.Dispose();
            // The arrays that others get now aren't ones that the read still writes into.
            var others = Enumerable.Range(0, 8).Select(_ => System.Buffers.ArrayPool<byte>.Shared.Rent(64 * 1024)).ToArray();
            foreach (var other in others)
            {
                Array.Clear(other);
            }

            await child.Stdin!.WriteAsync("overwritten\n"u8.ToArray());
            await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting.Soon());

            Assert.All(others, other => Assert.False(other.AsSpan().ContainsAnyExcept((byte)0)));
            Array.ForEach(others, other => System.Buffers.ArrayPool<byte>.Shared.Return(other));
        }
    }

    [Fact]
    public async Task Lines_of_all_lengths_are_read_whole()
    {
        // Some are longer than the buffer, with every length around its size.
        var child = SpawnScript("i=0; while [ $i -lt 40 ]; do head -c $((i * 5003)) /dev/zero | tr '\\0' a; echo; i=$((i + 1)); done");

        Assert.Equal(Enumerable.Range(0, 40).Select(i => i * 5003), (await LinesAsync(child)).Select(line => line.Length));
    }

    [Fact]
    public async Task Invalid_UTF8_is_returned_unchanged()
    {
        var child = SpawnScript("printf '\\377\\0\\n'");
        using var lines = child.Stdout!.ReadUtf8Lines();

        Assert.True(await lines.WaitToReadAsync());
        Assert.True(lines.TryRead(out var line));
        Assert.Equal([0xFF, 0], line.ToArray());
    }

    [Fact]
    public async Task A_canceled_wait_loses_no_line()
    {
        await using var child = Cat.Spawn();
        using var lines = child.Stdout!.ReadUtf8Lines();
        await child.Stdin!.WriteAsync("half"u8.ToArray());
        using var cancellation = new CancellationTokenSource();
        var wait = lines.WaitToReadAsync(cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.Soon());

        await child.Stdin.WriteAsync(" a line\n"u8.ToArray());

        Assert.True(await lines.WaitToReadAsync().AsTask().Soon());
        Assert.True(lines.TryRead(out var line));
        Assert.Equal("half a line", Encoding.UTF8.GetString(line));
    }

    [Fact]
    public void A_disposed_reader_throws()
    {
        var lines = SpawnScript("echo").Stdout!.ReadUtf8Lines();
        lines.Dispose();
        lines.Dispose();

        Assert.Throws<ObjectDisposedException>(() => lines.TryRead(out _));
    }

    private static async Task<List<string>> LinesAsync(ChildProcess child)
    {
        using var reader = child.Stdout!.ReadUtf8Lines();
        var lines = new List<string>();
        while (await reader.WaitToReadAsync().AsTask().Soon())
        {
            while (reader.TryRead(out var line))
            {
                lines.Add(Encoding.UTF8.GetString(line));
            }
        }

        return lines;
    }
}
