using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Streams;

/// <summary>Streams of a child that were disposed, by themselves or with the child, report it.</summary>
public sealed class DisposedStreamTests
{
    private static readonly Dictionary<string, Func<ChildOutput, Task>> Reads = new()
    {
        ["ReadAsync"] = static output => output.ReadAsync(new byte[1]).AsTask(),
        ["ReadAsync of an array"] = static output => output.ReadAsync(new byte[1], 0, 1),
        ["Read"] = static output => Task.Run(() => output.Read(new byte[1])),
        ["ReadByte"] = static output => Task.Run(output.ReadByte),
        ["CopyToAsync"] = static output => output.CopyToAsync(Stream.Null),
        ["CopyTo"] = static output => Task.Run(() => output.CopyTo(Stream.Null)),
        ["ReadToEndAsync"] = static output => output.ReadToEndAsync(),
        ["ReadLineAsync"] = static output => output.ReadLineAsync(),
        ["ReadLinesAsync"] = static output => output.ReadLinesAsync().ToListAsync().AsTask(),
        ["WaitForLineAsync"] = static output => output.WaitForLineAsync("text"),
        ["AsPipeReader"] = static output => output.AsPipeReader().ReadAsync().AsTask(),
        ["ReadUtf8Lines"] = static async output =>
        {
            using var lines = output.ReadUtf8Lines();
            await lines.WaitToReadAsync();
        },
    };

    public static IEnumerable<TheoryDataRow<string>> Ways => Reads.Keys.Select(static way => new TheoryDataRow<string>(way));

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_output_cannot_be_read_in_any_way(string way)
    {
        var alone = SpawnScript("echo text");
        await alone.WaitForExitAsync().Soon();
        await alone.Stdout!.DisposeAsync();
        var withChild = SpawnScript("echo text; echo text >&2; exec sleep 300");
        await withChild.DisposeAsync().AsTask().Soon();

        foreach (var output in new[] { alone.Stdout, withChild.Stdout!, withChild.Stderr! })
        {
            Assert.False(output.CanRead);
            await Assert.ThrowsAsync<ObjectDisposedException>(() => Reads[way](output).Soon());
        }

        await alone.DisposeAsync().AsTask().Soon();
    }

    [Fact]
    public async Task Existing_readers_throw_too()
    {
        var child = SpawnScript("echo one; echo two");
        await using var lines = child.Stdout!.ReadLinesAsync().GetAsyncEnumerator();
        Assert.True(await lines.MoveNextAsync().AsTask().Soon());
        var pipe = child.Stdout.AsPipeReader();

        await child.DisposeAsync().AsTask().Soon();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => lines.MoveNextAsync().AsTask().Soon());
        Assert.Throws<ObjectDisposedException>(() => pipe.TryRead(out _));
    }

    [Fact]
    public async Task A_pending_read_ends()
    {
        var child = Sleep.Spawn("60");
        var read = child.Stdout!.ReadAsync(new byte[1]).AsTask();

        await child.Stdout.DisposeAsync();

        Assert.Equal(0, await read.Soon());
        await child.DisposeAsync().AsTask().Soon();
    }

    [Fact]
    public async Task An_input_cannot_be_written()
    {
        var child = Sleep.Spawn("60");
        await child.DisposeAsync().AsTask().Soon();

        Assert.False(child.Stdin!.CanWrite);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => child.Stdin.WriteAsync(new byte[1]).AsTask().Soon());
        Assert.Throws<ObjectDisposedException>(() => child.Stdin.Write(new byte[1]));
    }

    [Fact]
    public async Task A_descriptor_beyond_the_first_three_can_be_neither_read_nor_written()
    {
        var child = Sleep.Spawn(["60"], new SpawnOptions { Stdio = [Stdio.Pipe, Stdio.Pipe, Stdio.Pipe, Stdio.Pipe] });
        await child.DisposeAsync().AsTask().Soon();

        var stream = child.Stdio[3]!;
        Assert.Equal((false, false), (stream.CanRead, stream.CanWrite));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.ReadAsync(new byte[1]).AsTask().Soon());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.WriteAsync(new byte[1]).AsTask().Soon());
    }
}
