using System.Globalization;

namespace TypedExec.CommandLines.Text;

/// <summary>A text as a C# string literal, or null as the keyword.</summary>
internal readonly struct Literal(string? text)
{
    public void WriteTo(SourceWriter writer)
    {
        if (text is null)
        {
            writer.Write("null");
            return;
        }

        writer.Write("\"");
        var plain = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Escape(text, ref i, out var start) is { } escape)
            {
                writer.WriteRange(text, plain, start - plain);
                writer.Write(escape);
                plain = i + 1;
            }
        }

        writer.WriteRange(text, plain, text.Length - plain);
        writer.Write("\"");
    }

    public override string ToString()
    {
        var writer = new SourceWriter();
        WriteTo(writer);
        return writer.ToString();
    }

    /// <summary>
    /// Returns the escape of the character at the index, which advances to the escape's final unit, or null if it needs none.
    /// </summary>
    private static string? Escape(string text, ref int index, out int start)
    {
        start = index;
        var character = text[index];
        switch (character)
        {
            case '"':
                return "\\\"";
            case '\\':
                return "\\\\";
            case '\0':
                return "\\0";
            case '\n':
                return "\\n";
            case '\r':
                return "\\r";
            case '\t':
                return "\\t";
            case >= ' ' and <= '~':
                return null;
        }

        if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            index++;
            return null;
        }

        // Characters that are invisible, end a line of C#, or are half a character.
        var category = CharUnicodeInfo.GetUnicodeCategory(character);
        return category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.PrivateUse
            ? "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture)
            : null;
    }
}
