using System.Text;
using CsCheck;
using TypedExec.Events;

namespace TypedExec.Tests.Fuzz;

/// <summary>
/// However an output is split into reads, and whichever readers take its lines in turn, they are those of a StreamReader over the
/// whole.
/// </summary>
public sealed class LineReaderFuzzTests
{
    private static readonly string[] Parts = ["a", "é", "😀", "漢字", "\r", "\n", "\r\n", "\r\r\n", "word", ""];

    private static readonly Gen<string> Texts = Gen.Int[0, Parts.Length - 1].Array[0, 30].Select(static parts => string.Concat(parts.Select(static part => Parts[part])));

    public static TheoryData<string> Encodings => ["utf-8", "iso-8859-1", "utf-16", "utf-16BE", "utf-32"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Lines_are_the_same_as_a_StreamReaders(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Gen.Select(Texts, Gen.Int[1, 7].Array[1, 20], Gen.Int[0, 2].Array[1, 20]).Sample(
            (text, cuts, readers) => Assert.Equal(
                Expected(encoding.GetString(encoding.GetBytes(text))), Read(encoding.GetBytes(text), cuts, readers, encoding)), iter: 2_000);
    }

    [Fact]
    public void Invalid_UTF8_is_decoded_like_a_StreamReader()
        => Gen.Select(Gen.Frequency((2, Gen.Const((byte)'\n')), (1, Gen.Const((byte)'\r')), (4, Gen.Byte[0x80, 0xFF]), (2, Gen.Byte)).Array[0, 60], Gen.Int[1, 7].Array[1, 20], Gen.Int[0, 2].Array[1, 20])
            .Sample(
                (bytes, cuts, readers) => Assert.Equal(Expected(Encoding.UTF8.GetString(bytes)), Read(bytes, cuts, readers, Encoding.UTF8)),
                iter: 5_000);

    private static List<string> Expected(string text)
    {
        var lines = new List<string>();
        var reader = new StreamReader(new MemoryStream(Encoding.Unicode.GetBytes(text)), Encoding.Unicode, detectEncodingFromByteOrderMarks: false);
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    private static List<string> Read(byte[] bytes, int[] cuts, int[] readers, Encoding encoding)
    {
        var output = new ChildOutput(new Pieces(bytes, cuts), new EventQueue(), new OutputObserver()) { Encoding = encoding };
        var lines = new List<string>();
        for (var i = 0; ; i++)
        {
            var line = readers[i % readers.Length] switch
            {
                0 => output.ReadLineAsync().GetAwaiter().GetResult(),
                1 => FirstOf(output),
                _ => encoding is UTF8Encoding ? FirstUtf8(output) : output.ReadLineAsync().GetAwaiter().GetResult(),
            };
            if (line is null)
            {
                return lines;
            }

            lines.Add(line);
        }
    }

    private static string? FirstOf(ChildOutput output)
    {
        var lines = output.ReadLinesAsync().GetAsyncEnumerator();
        var line = lines.MoveNextAsync().AsTask().GetAwaiter().GetResult() ? lines.Current : null;
        lines.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return line;
    }

    private static string? FirstUtf8(ChildOutput output)
    {
        using var lines = output.ReadUtf8Lines();
        return lines.WaitToReadAsync().AsTask().GetAwaiter().GetResult() && lines.TryRead(out var line) ? Encoding.UTF8.GetString(line) : null;
    }
}
