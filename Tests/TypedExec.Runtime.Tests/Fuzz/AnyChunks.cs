using System.Text;
using CsCheck;
using TypedExec.IO;
using TypedExec.Ipc;

namespace TypedExec.Tests.Fuzz;

/// <summary>However a stream of bytes is cut into pieces, the lines and the messages in it are the same.</summary>
public sealed class AnyChunks
{
    /// <summary>Ends of lines, parts of characters and of JSON more often than chance gives.</summary>
    private static readonly Gen<byte> Plausible = Gen.Frequency(
        (3, Gen.Const((byte)'\n')),
        (2, Gen.Const((byte)'\r')),
        (4, Gen.Int[0, 11].Select(static i => "{}[]\":,1 tn\0"u8[i])),
        (2, Gen.Byte[0x80, 0xFF]),
        (2, Gen.Byte));

    /// <summary>Mostly short ones in small pieces; some that are longer than the buffers.</summary>
    private static readonly Gen<(byte[] Bytes, int[] Cuts)> Streams = Gen.Frequency(
        (30, Gen.Select(Plausible.Array[0, 60], Gen.Int[1, 9].Array[1, 20])),
        (1, Gen.Select(Repeated, Gen.Int[1_000, 80_000].Array[1, 20])));

    private static Gen<byte[]> Repeated => Gen.Select(
        Plausible.Array[1, 20],
        Gen.Int[1, 9_000],
        static (part, times) => Enumerable.Repeat(part, times).SelectMany(static bytes => bytes).ToArray());

    public static TheoryData<string> Encodings => ["utf-8", "iso-8859-1", "utf-16"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Lines_are_those_of_the_whole_text(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Streams.Sample(
            stream =>
            {
                var lines = ReadLines(new PieceStream(stream.Bytes, stream.Cuts), encoding);

                Assert.Equal(Expected(encoding.GetString(stream.Bytes)), lines);
            },
            iter: 3_000);
    }

    [Fact]
    public void Messages_are_those_of_the_whole_stream_in_JSON_mode()
        => Streams.Sample(
            stream =>
            {
                var whole = Take(new JsonLinesCodec(), stream.Bytes, [int.MaxValue]);

                Assert.Equal(whole, Take(new JsonLinesCodec(), stream.Bytes, stream.Cuts));
                Assert.InRange(whole.Count, 0, stream.Bytes.Count(static value => value == '\n'));
            },
            iter: 3_000);

    [Fact]
    public void Messages_are_those_of_the_whole_stream_in_advanced_mode()
        => Gen.Select(Gen.OneOf(Gen.Const(new byte[] { 0, 0, 0, 3, 0xFF, 15, (byte)'T' }), Gen.Const(new byte[] { 0, 0, 0, 1 }), Plausible.Array[0, 30]).Array[0, 10], Gen.Int[1, 9].Array[1, 20])
            .Sample(
                (parts, cuts) =>
                {
                    var bytes = parts.SelectMany(static part => part).ToArray();

                    Assert.Equal(Take(new AdvancedCodec(), bytes, [int.MaxValue]), Take(new AdvancedCodec(), bytes, cuts));
                },
                iter: 10_000);

    /// <summary>A line ends with \n or \r\n; what follows the last end is a line if it is not empty.</summary>
    private static string[] Expected(string text)
    {
        var parts = text.Split('\n');
        return [.. (parts[^1].Length == 0 ? parts[..^1] : parts).Select(static line => line.EndsWith('\r') ? line[..^1] : line)];
    }

    private static List<string> ReadLines(Stream stream, Encoding encoding)
    {
        var lines = new List<string>();
        var reader = new Lines(stream, encoding, CancellationToken.None).GetAsyncEnumerator();
        while (reader.MoveNextAsync().AsTask().GetAwaiter().GetResult())
        {
            lines.Add(reader.Current);
        }

        _ = reader.DisposeAsync();
        return lines;
    }

    private static List<string> Take(IMessageCodec codec, byte[] bytes, int[] cuts)
    {
        var taken = new List<string>();
        var frames = new FrameReader(new PieceEnd(new PieceStream(bytes, cuts)), codec);
        try
        {
            while (frames.ReadAsync().AsTask().GetAwaiter().GetResult())
            {
                while (frames.TryTake(out var message, out var error))
                {
                    taken.Add(error?.Message ?? $"{message.ToJson()}");
                }
            }
        }
        catch (IOException exception)
        {
            taken.Add(exception.Message);
        }

        return taken;
    }

    /// <summary>Gives so many bytes a read as the cuts say, over and over.</summary>
    private sealed class PieceStream(byte[] bytes, int[] cuts) : MemoryStream(bytes)
    {
        private int _reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => base.ReadAsync(buffer[..Math.Min(buffer.Length, cuts[_reads++ % cuts.Length])], cancellationToken);
    }

    private sealed class PieceEnd(PieceStream stream) : ReadEnd
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct) => stream.ReadAsync(buffer, ct);

        public override int Read(Span<byte> buffer) => throw new NotSupportedException();

        public override void CollectTo(IByteSink sink) => throw new NotSupportedException();

        public override void CloseWhenEmpty() => throw new NotSupportedException();

        public override void CloseKeepingRest() => throw new NotSupportedException();

        public override void Close() => throw new NotSupportedException();
    }
}
