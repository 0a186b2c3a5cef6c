using System.Text;

namespace TypedExec.Terminals;

/// <summary>
/// Which of the two character sets is in use, and whether each of them is the line-drawing set (DEC Special Graphics).
/// </summary>
internal sealed record CharacterSets
{
    /// <summary>What the letters from <c>`</c> to <c>~</c> become.</summary>
    private const string LineDrawing = "◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";

    /// <summary>The text of the most frequent characters, created once.</summary>
    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(static code => ((char)code).ToString())];

    private bool IsFirstDrawing { get; init; }

    private bool IsSecondDrawing { get; init; }

    /// <summary>Gets the set in use: 0 or 1.</summary>
    public int Active { get; init; }

    public CharacterSets Designate(int set, char charset)
        => set == 0 ? this with { IsFirstDrawing = charset == '0' } : this with { IsSecondDrawing = charset == '0' };

    public string Translate(Rune character)
    {
        var isDrawing = Active == 0 ? IsFirstDrawing : IsSecondDrawing;
        if (isDrawing && character.Value is >= '`' and <= '~')
        {
            return LineDrawing[character.Value - '`'].ToString();
        }

        return character.IsAscii ? Ascii[character.Value] : character.ToString();
    }
}
