using System.Text;
using CsCheck;
using TypedExec.Ipc;

namespace TypedExec.Tests.Fuzz;

/// <summary>However a stream of bytes is split into pieces, the lines and the messages in it are the same.</summary>
public sealed class ChunkFuzzTests
{
    /// <summary>Line endings, and parts of characters and of JSON, more often than by chance.</summary>
    private static readonly Gen<byte> Plausible = Gen.Frequency(
        (3, Gen.Const((byte)'\n')),
        (2, Gen.Const((byte)'\r')),
        (4, Gen.Int[0, 11].Select(static i => "{}[]\":,1 tn\0"u8[i])),
        (2, Gen.Byte[0x80, 0xFF]),
        (2, Gen.Byte));

    /// <summary>Mostly short streams in small pieces; some are longer than the buffers.</summary>
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
    public void Lines_are_the_same_for_any_chunks(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Streams.Sample(
            stream =>
            {
                var lines = InPieces.Lines(stream.Bytes, stream.Cuts, encoding);

                Assert.Equal(Expected(encoding.GetString(stream.Bytes)), lines);
            },
            iter: 3_000);
    }

    [Fact]
    public void Messages_are_the_same_for_any_chunks_in_JSON_mode()
        => Streams.Sample(
            stream =>
            {
                var whole = InPieces.Messages(new JsonLinesCodec(), stream.Bytes, [int.MaxValue]);

                Assert.Equal(whole, InPieces.Messages(new JsonLinesCodec(), stream.Bytes, stream.Cuts));
                Assert.InRange(whole.Count, 0, stream.Bytes.Count(static value => value == '\n'));
            },
            iter: 3_000);

    [Fact]
    public void Messages_are_the_same_for_any_chunks_in_advanced_mode()
        => Gen.Select(Gen.OneOf(Gen.Const(new byte[] { 0, 0, 0, 3, 0xFF, 15, (byte)'T' }), Gen.Const(new byte[] { 0, 0, 0, 1 }), Plausible.Array[0, 30]).Array[0, 10], Gen.Int[1, 9].Array[1, 20])
            .Sample(
                (parts, cuts) =>
                {
                    var bytes = parts.SelectMany(static part => part).ToArray();

                    Assert.Equal(InPieces.Messages(new AdvancedCodec(), bytes, [int.MaxValue]), InPieces.Messages(new AdvancedCodec(), bytes, cuts));
                },
                iter: 10_000);

    /// <summary>A line ends with \n, \r\n or \r; what follows the last end is a line if it is not empty.</summary>
    private static string[] Expected(string text)
    {
        var lines = new List<string>();
        var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return [.. lines];
    }
}
