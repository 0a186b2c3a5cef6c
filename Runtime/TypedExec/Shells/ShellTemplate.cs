using System.Text;

namespace TypedExec.Shells;

/// <summary>
/// A command line before quoting: the holes, and the text with a NUL, which no text can contain, for every hole. Adjacent words
/// have been joined.
/// </summary>
internal sealed class ShellTemplate
{
    /// <summary>Represents a hole in <see cref="Text"/>.</summary>
    public const char Hole = HolePosition.Mark;

    private ShellTemplate(string text, List<ShellPart> holes)
    {
        Text = text;
        Holes = holes;
    }

    public string Text { get; }

    public IReadOnlyList<ShellPart> Holes { get; }

    /// <summary>
    /// Returns the words of a hole that is a command, whose name and arguments belong to the program; null for any other.
    /// </summary>
    public IReadOnlyList<string>? KnownWords(int hole) => Holes[hole].Kind == ShellPartKind.Command ? Holes[hole].LiteralWords : null;

    public static ShellTemplate From(IReadOnlyList<ShellPart> parts)
    {
        var text = new StringBuilder();
        var holes = new List<ShellPart>();
        foreach (var part in parts)
        {
            if (part.Kind == ShellPartKind.Text)
            {
                text.Append(part.Literal);
            }
            else if (part.Kind == ShellPartKind.Word && holes is [.., { Kind: ShellPartKind.Word } last] && text[^1] == Hole)
            {
                holes[^1] = last.Concat(part);
            }
            else
            {
                text.Append(Hole);
                holes.Add(part);
            }
        }

        return new ShellTemplate(text.ToString(), holes);
    }

    /// <summary>
    /// Returns the character at an index. Beyond the ends of the text it is a line feed, which ends a command too.
    /// </summary>
    public static char At(string text, int index) => index >= 0 && index < text.Length ? text[index] : '\n';
}
