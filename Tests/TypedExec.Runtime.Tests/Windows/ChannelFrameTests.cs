using System.Buffers.Binary;
using CsCheck;
using TypedExec.IO;
using TypedExec.Platform.Managed;
using TypedExec.Platform.Windows.Channel;

namespace TypedExec.Tests.Windows;

/// <summary>libuv's frames around what travels on a channel of Windows; no Windows is needed for that.</summary>
public sealed class ChannelFrameTests
{
    private static readonly Gen<byte[][]> s_messages = Gen.Byte.Array[0, 300].Array[0, 12];

    [Fact]
    public async Task A_sent_message_has_the_header_of_libuv()
    {
        using var sent = new MemoryStream();

        await new FramedWritePipe(new StreamWritePipe(sent)).WriteAsync("{}\n"u8.ToArray(), CancellationToken.None);

        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, .. "{}\n"u8], sent.ToArray());
    }

    [Fact]
    public void A_message_is_read_back_however_it_is_split()
        => Gen.Select(s_messages, Gen.Int[1, 700].Array[1, 8], Gen.Int[1, 500]).Sample((messages, cuts, size) =>
            Assert.Equal(messages.SelectMany(static message => message), Read(Written(messages), cuts, size)));

    [Fact]
    public void A_large_message_is_read_back()
    {
        var message = new byte[1_000_000];
        new Random(1).NextBytes(message);

        Assert.Equal(message, Read(Written([message]), [100_000, 3, 70_000], 64 * 1024));
        Assert.Equal(message, Read([.. Header(flags: 1, message.Length), .. message], [65_536, 1], 64 * 1024));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(7)]
    public void An_attached_socket_is_not_data(int flags)
    {
        byte[] data = (flags & 1) != 0 ? [1, 2, 3] : [];
        byte[] socket = [.. Enumerable.Range(0, 632).Select(static i => (byte)i)];
        var sockets = new List<byte[]>();

        Assert.Equal([.. data, 9], Read([.. Header((uint)flags, data.Length), .. socket, .. data, .. Header(1, 1), 9], [100], 10, sockets));

        Assert.Equal(socket[..628], Assert.Single(sockets));
    }

    [Theory]
    [InlineData(8, 1, 0)]
    [InlineData(4, 0, 0)]
    [InlineData(5, 1, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(1, 1, 1)]
    public async Task An_invalid_frame_is_an_error_after_the_data_before_it(uint flags, int length, uint reserved)
    {
        var pipe = Pipe([.. Header(1, 1), 7, .. Header(flags, length, reserved), 8], [1000]);
        var buffer = new byte[10];

        Assert.Equal(1, await pipe.ReadAsync(buffer, CancellationToken.None));
        var error = await Assert.ThrowsAsync<IOException>(() => pipe.ReadAsync(buffer, CancellationToken.None).AsTask());
        Assert.Contains("isn't a frame", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_peer_that_ends_in_the_middle_of_a_frame_delivers_what_it_sent()
        => Assert.Equal([1, 2], Read([.. Header(1, 5), 1, 2], [4], 10));

    private static byte[] Header(uint flags, int length, uint reserved = 0)
    {
        var header = new byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(header, flags);
        // What libuv ignores.
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), 0xDEADBEEF);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), length);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(12), reserved);
        return header;
    }

    private static byte[] Written(byte[][] messages)
    {
        using var sent = new MemoryStream();
        var pipe = new FramedWritePipe(new StreamWritePipe(sent));
        foreach (var message in messages)
        {
            pipe.Write(message);
        }

        return sent.ToArray();
    }

    private static byte[] Read(byte[] bytes, int[] cuts, int size, List<byte[]>? sockets = null)
    {
        var pipe = Pipe(bytes, cuts, sockets);
        var read = new List<byte>();
        var buffer = new byte[size];
        while (pipe.ReadAsync(buffer, CancellationToken.None).AsTask().GetAwaiter().GetResult() is > 0 and var count)
        {
            read.AddRange(buffer[..count]);
        }

        return [.. read];
    }

    private static ReadPipe Pipe(byte[] bytes, int[] cuts, List<byte[]>? sockets = null)
        => new FramedReadPipe(new StreamReadPipe(new CutStream(bytes, cuts)), socket => sockets!.Add(socket));

    private sealed class CutStream(byte[] bytes, int[] cuts) : MemoryStream(bytes)
    {
        private int _reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => base.ReadAsync(buffer[..Math.Min(buffer.Length, cuts[_reads++ % cuts.Length])], cancellationToken);
    }
}
