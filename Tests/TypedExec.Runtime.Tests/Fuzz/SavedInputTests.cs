using System.Text;
using TypedExec.Ipc;
using TypedExec.Tests.Fuzz.Corpus;

namespace TypedExec.Tests.Fuzz;

/// <summary>The inputs in the folder Corpus, each split into pieces in several ways.</summary>
public sealed class SavedInputTests
{
    /// <summary>Whole, byte by byte, and in pieces with different boundaries each time.</summary>
    private static readonly int[][] Cuts = [[int.MaxValue], [1], [2, 3], [7], [64 * 1024, 1], [64 * 1024 - 1]];

    public static IEnumerable<TheoryDataRow<string>> Utf8Lines => Names(LineInputs.Utf8);

    public static IEnumerable<TheoryDataRow<string>> Utf16Lines => Names(LineInputs.Utf16);

    public static IEnumerable<TheoryDataRow<string>> JsonFrames => Names(JsonFrameInputs.All);

    public static IEnumerable<TheoryDataRow<string>> AdvancedFrames => Names(AdvancedFrameInputs.All);

    [Theory]
    [MemberData(nameof(Utf8Lines))]
    public void UTF_8_lines_match_the_recorded_ones(string name)
    {
        var (bytes, lines) = LineInputs.Utf8[name];

        Assert.All(Cuts, cuts => Assert.Equal(lines, InPieces.Lines(bytes, cuts, Encoding.UTF8)));
    }

    [Theory]
    [MemberData(nameof(Utf16Lines))]
    public void UTF_16_lines_match_the_recorded_ones(string name)
    {
        var (bytes, lines) = LineInputs.Utf16[name];

        Assert.All(Cuts, cuts => Assert.Equal(lines, InPieces.Lines(bytes, cuts, Encoding.Unicode)));
    }

    [Theory]
    [MemberData(nameof(JsonFrames))]
    public void Messages_in_JSON_mode_match_the_recorded_ones(string name)
    {
        var (bytes, taken) = JsonFrameInputs.All[name];

        Assert.All(Cuts, cuts => Assert.Equal(taken, InPieces.Messages(new JsonLinesCodec(), bytes, cuts)));
    }

    [Theory]
    [MemberData(nameof(AdvancedFrames))]
    public void Messages_in_advanced_mode_match_the_recorded_ones(string name)
    {
        var (bytes, taken) = AdvancedFrameInputs.All[name];

        Assert.All(Cuts, cuts => Assert.Equal(taken, InPieces.Messages(new AdvancedCodec(), bytes, cuts)));
    }

    private static IEnumerable<TheoryDataRow<string>> Names<T>(Dictionary<string, T> inputs) => inputs.Keys.Select(static name => new TheoryDataRow<string>(name));
}
