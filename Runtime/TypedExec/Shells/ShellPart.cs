namespace TypedExec.Shells;

/// <summary>A piece of a shell's command line: text in the shell's language, or words that it has to take literally.</summary>
internal readonly struct ShellPart
{
    private ShellPart(string? literal, string[] words, string[] shownWords)
    {
        Literal = literal;
        LiteralWords = words;
        ShownWords = shownWords;
    }

    /// <summary>Text in the shell's language, or null for words.</summary>
    public string? Literal { get; }

    public IReadOnlyList<string> LiteralWords { get; }

    /// <summary>The words with secrets masked.</summary>
    public IReadOnlyList<string> ShownWords { get; }

    public static ShellPart Text(string literal) => new(literal, [], []);

    public static ShellPart Words(string[] words, string[] shown) => new(null, words, shown);
}
