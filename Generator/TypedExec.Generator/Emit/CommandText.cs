namespace TypedExec.Generator.Emit;

/// <summary>Names a command in documentation and errors.</summary>
internal static class CommandText
{
    /// <summary>Returns <c>git commit</c>, escaped for an XML doc comment.</summary>
    public static string ForDocumentation(CommandModel command)
    {
        var text = command.File;
        foreach (var word in command.Path)
        {
            text += " " + word;
        }

        return Escape(text);
    }

    /// <summary>Returns a text, escaped for an XML doc comment of one line.</summary>
    public static string Escape(string text)
    {
        foreach (var character in text)
        {
            if (character is < ' ' or '&' or '<' or '>' or '\u0085' or '\u2028' or '\u2029' || char.IsSurrogate(character))
            {
                return new string([.. text.Select(static c => c is < ' ' or '\u0085' or '\u2028' or '\u2029' || char.IsSurrogate(c) ? '?' : c)])
                    .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
            }
        }

        return text;
    }
}
