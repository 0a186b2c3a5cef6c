using System.Text;
using CsCheck;
using TypedExec.Running.Outputs;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Fuzz;

/// <summary>
/// However an output is split, <c>Output.ToLines</c> and <c>ReadLinesAsync</c> return the lines of a StreamReader over the whole.
/// </summary>
public sealed class LinesTargetFuzzTests
{
    private static readonly string[] Parts = ["a", "é", "😀", "漢字", "\r", "\n", "\r\n", "\r\r\n", "\n\r", "word", "\0", "\u0085", "\u2028"];

    private static readonly Gen<string> Texts
        = Gen.Int[0, Parts.Length - 1].Array[0, 30].Select(static parts => string.Concat(parts.Select(static part => Parts[part])));

    private static readonly Gen<int[]> Cuts = Gen.Int[1, 7].Array[1, 20];

    public static TheoryData<string> Encodings => ["utf-8", "iso-8859-1", "utf-16", "utf-16BE", "utf-32"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_is_split_like_a_StreamReader(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Gen.Select(Texts, Cuts).Sample(
            (text, cuts) => Assert.Equal(Expected(encoding.GetBytes(text), encoding), Cut(encoding.GetBytes(text), cuts, encoding)), iter: 2_000);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void Invalid_text_is_decoded_like_a_StreamReader(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Gen.Select(Gen.Frequency((2, Gen.Const((byte)'\n')), (1, Gen.Const((byte)'\r')), (4, Gen.Byte[0x80, 0xFF]), (2, Gen.Byte)).Array[0, 60], Cuts)
            .Sample((bytes, cuts) => Assert.Equal(Expected(bytes, encoding), Cut(bytes, cuts, encoding)), iter: 5_000);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public async Task A_real_childs_lines_are_the_same_with_every_verb(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var token = TestContext.Current.CancellationToken;
        await Gen.Select(Texts.Array[1, 3], Gen.Int[0, 1]).SampleAsync(
            async (texts, last) =>
            {
                byte[] bytes = [.. encoding.GetBytes(string.Concat(texts)), .. new byte[] { 0xC3 }.AsSpan(0, last)];
                var options = new ExecFileOptions { Input = bytes, Encoding = encoding };
                var toLines = new List<string>();
                var result = await Cat.ExecFile(options with { Stdout = [Output.Capture, Output.ToLines(toLines.Add)] }).Soon();
                var all = await Cat["-"].ReadAllLinesAsync(options, token).ToListAsync(token);
                var piped = await (Cat["-"] | Cat).ReadLinesAsync(options, token).ToListAsync(token);

                var expected = Expected(bytes, encoding);
                Assert.Equal(expected, toLines);
                Assert.Equal(expected, result.StdoutLines);
                Assert.Equal(expected, await Cat.ReadLinesAsync(options, token).ToListAsync(token));
                Assert.Equal(expected, all.Select(line => line.Text));
                Assert.Equal(expected, piped);
            },
            iter: 10,
            threads: 1);
    }

    private static List<string> Expected(byte[] bytes, Encoding encoding)
    {
        var lines = new List<string>();

        // A StreamReader over the bytes would drop a byte order mark, which is a character of the output here.
        using var reader = new StringReader(encoding.GetString(bytes));
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    private static List<string> Cut(byte[] bytes, int[] cuts, Encoding encoding)
    {
        var lines = new List<string>();
        var target = new LinesTarget(Output.ToLines(lines.Add), encoding);
        var pipe = new Pieces(bytes, cuts);
        var piece = new byte[16];
        int count;
        while ((count = pipe.Read(piece)) > 0)
        {
            target.WriteAsync(piece.AsMemory(0, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();
        }

        target.EndAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return lines;
    }
}
