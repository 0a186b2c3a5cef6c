namespace TypedExec.Shells;

/// <summary>The kinds of parts of a shell's command line.</summary>
internal enum ShellPartKind
{
    /// <summary>Text in the shell's language.</summary>
    Text,

    /// <summary>One word that may be attached to adjacent text.</summary>
    Word,

    /// <summary>Any number of words.</summary>
    Words,

    /// <summary>A program and its arguments.</summary>
    Command,
}

/// <summary>A piece of a shell's command line: text in the shell's language, or words that it must read literally.</summary>
internal readonly struct ShellPart
{
    private ShellPart(ShellPartKind kind, string text, string[] words, string[] shownWords)
    {
        Kind = kind;
        Literal = text;
        LiteralWords = words;
        MaskedWords = shownWords;
    }

    public ShellPartKind Kind { get; }

    /// <summary>Gets text in the shell's language; empty for words.</summary>
    public string Literal { get; }

    public IReadOnlyList<string> LiteralWords { get; }

    /// <summary>Gets the words with secrets masked.</summary>
    public IReadOnlyList<string> MaskedWords { get; }

    public static ShellPart Text(string literal) => new(ShellPartKind.Text, literal, [], []);

    public static ShellPart Word(string word) => Word(word, word);

    public static ShellPart Words(string[] words) => new(ShellPartKind.Words, "", words, words);

    public static ShellPart Command(string[] words, string[] shown) => new(ShellPartKind.Command, "", words, shown);

    /// <summary>Joins this word and the next, which is directly adjacent, to one word.</summary>
    public ShellPart Concat(ShellPart next)
        => Word(LiteralWords[0] + next.LiteralWords[0], MaskedWords[0] + next.MaskedWords[0]);

    private static ShellPart Word(string word, string shown) => new(ShellPartKind.Word, "", [word], [shown]);
}
