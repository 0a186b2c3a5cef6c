using System.Text.RegularExpressions;

namespace TypedExec.Import.Reading;

/// <summary>A position in a text that is read from left to right.</summary>
internal sealed class Cursor(string text, int position = 0)
{
    private const string Openers = "<[({";
    private const string Closers = ">])}";

    public int Position { get; set; } = position;

    public bool AtEnd => Position >= text.Length;

    public char Current => At(0);

    /// <summary>The character at this offset from the position; NUL after the end.</summary>
    public char At(int offset) => Position + offset < text.Length ? text[Position + offset] : '\0';

    public bool Take(string expected)
    {
        if (string.CompareOrdinal(text, Position, expected, 0, expected.Length) != 0)
        {
            return false;
        }

        Position += expected.Length;
        return true;
    }

    /// <summary>Reads what the pattern (anchored with <c>\G</c>) matches here; null if it doesn't match.</summary>
    public Match? Take(Regex pattern)
    {
        var match = pattern.Match(text, Position);
        if (!match.Success)
        {
            return null;
        }

        Position += match.Length;
        return match;
    }

    public int SkipSpaces()
    {
        var start = Position;
        while (Current == ' ')
        {
            Position++;
        }

        return Position - start;
    }

    /// <summary>
    /// The text up to white space or one of the stops, outside of brackets and quotes. A comma is a stop only if
    /// something other than a value follows.
    /// </summary>
    public string TakeToken(string stops = "")
    {
        var start = Position;
        var depth = 0;
        for (; !AtEnd; Position++)
        {
            var c = Current;
            if (Openers.Contains(c, StringComparison.Ordinal))
            {
                depth++;
            }
            else if (Closers.Contains(c, StringComparison.Ordinal))
            {
                if (depth == 0)
                {
                    break;
                }

                depth--;
            }
            else if (c is '\'' or '"' && ClosingQuote(c) is var end && end > 0)
            {
                Position = end;
            }
            else if (depth == 0 && (c == ' ' || (stops.Contains(c, StringComparison.Ordinal) && (c != ',' || At(1) is ' ' or '-' or '/' or '\0'))))
            {
                break;
            }
        }

        if (depth > 0)
        {
            // An opening bracket without a closing one: brackets are literal here.
            var length = text.IndexOf(' ', start) is var space && space > 0 ? space - start : text.Length - start;
            Position = start + length;
        }

        return text[start..Position];
    }

    public string Rest => text[Math.Min(Position, text.Length)..];

    private int ClosingQuote(char quote) => text.IndexOf(quote, Position + 1);
}
