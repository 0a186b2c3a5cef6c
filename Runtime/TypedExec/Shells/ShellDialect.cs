using System.Text;

namespace TypedExec.Shells;

/// <summary>What differs between shells: how a word is quoted, where one is allowed, and how the shell runs a text.</summary>
internal abstract class ShellDialect
{
    /// <summary>Gets the dialect of sh and compatible shells.</summary>
    public static ShellDialect Posix { get; } = new PosixDialect(supportsAnsiQuotes: null);

    /// <summary>Returns the dialect of the shell at a path, determined by its file name as in Node.</summary>
    /// <param name="path">The shell's path.</param>
    /// <param name="isBatchFile">For cmd.exe: returns whether a program would be found as a batch file. By default, only its name counts.</param>
    public static ShellDialect Find(string path, Func<string, bool>? isBatchFile = null)
    {
        var name = path.AsSpan()[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        name = name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        // bash-5.2, zsh-5.9, ksh93, pwsh-7.5
        name = name.TrimEnd("0123456789.-");
        return name.ToString().ToLowerInvariant() switch
        {
            "sh" or "dash" or "ash" => Posix,
            "busybox" => new PosixDialect(supportsAnsiQuotes: null, applet: "sh"),
            "zsh" => new PosixDialect(supportsAnsiQuotes: true, quotesAll: true),
            "bash" or "rbash" or "ksh" or "mksh" or "lksh" or "yash" => new PosixDialect(supportsAnsiQuotes: true),
            "fish" => new FishDialect(),
            "cmd" => new CmdDialect(isBatchFile ?? BatchFile.HasBatchName),
            "powershell" => new PowerShellDialect(preservesQuotes: false),
            "pwsh" or "pwsh-preview" => new PowerShellDialect(preservesQuotes: true),
            _ => new UnknownDialect(path),
        };
    }

    /// <summary>Gets whether Windows must pass the arguments unchanged, without quoting them once more.</summary>
    public virtual bool IsVerbatim => false;

    /// <summary>Returns the arguments that make the shell run a text; by default Node's <c>-c</c>.</summary>
    public virtual IReadOnlyList<string> Arguments(string text) => ["-c", text];

    /// <summary>Appends one word that the shell reads literally.</summary>
    /// <param name="builder">The command line so far.</param>
    /// <param name="word">The word.</param>
    /// <param name="isAdjacent">True if other text of the same word is directly before or after it.</param>
    /// <exception cref="ArgumentException">The word can't be quoted safely.</exception>
    public abstract void AppendQuoted(StringBuilder builder, string word, bool isAdjacent);

    /// <summary>Returns the position of each hole.</summary>
    protected abstract HolePosition[] Scan(ShellTemplate line);

    /// <summary>Gets what must come before the name of a program that is a quoted word.</summary>
    protected virtual string CommandPrefix => "";

    /// <summary>Returns whether a character separates words, so that text next to it isn't part of the same word.</summary>
    protected virtual bool IsSeparator(char c) => c is ' ' or '\t' or '\n' or ';' or '|' or '&' or '(' or ')';

    /// <summary>Returns the command line.</summary>
    /// <param name="parts">Text and holes.</param>
    /// <param name="masked">True to display it: secrets are masked, and holes in invalid positions aren't rejected.</param>
    /// <exception cref="ArgumentException">A hole is where it can't be quoted, or its content can't be.</exception>
    public string Render(IReadOnlyList<ShellPart> parts, bool masked)
    {
        var line = ShellTemplate.From(parts);
        var places = Scan(line);
        var builder = new StringBuilder(line.Text.Length);
        var hole = 0;
        for (var i = 0; i < line.Text.Length; i++)
        {
            if (line.Text[i] != ShellTemplate.Hole)
            {
                builder.Append(line.Text[i]);
                continue;
            }

            var isAdjacent = !IsSeparator(ShellTemplate.At(line.Text, i - 1)) || !IsSeparator(ShellTemplate.At(line.Text, i + 1));
            var refusal = (places[hole].AllowsNumber && IsNumber(line.Holes[hole]) ? null : places[hole].Refusal) ?? (isAdjacent && line.Holes[hole].Kind != ShellPartKind.Word ? "part of a word but contains several words. Put spaces around it" : null);
            if (refusal is not null && !masked)
            {
                throw new ArgumentException($"A hole is {refusal}. It is hole {hole + 1} of: {Describe(line.Text)}");
            }

            AppendHole(builder, line.Holes[hole], places[hole], isAdjacent, masked);
            hole++;
        }

        return builder.ToString();
    }

    private void AppendHole(StringBuilder builder, ShellPart hole, HolePosition place, bool isAdjacent, bool masked)
    {
        if (hole.Kind == ShellPartKind.Command && place.StartsCommand)
        {
            builder.Append(CommandPrefix);
        }

        var words = masked ? hole.MaskedWords : hole.LiteralWords;
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0)
            {
                builder.Append(' ');
            }

            AppendQuoted(builder, words[i], isAdjacent);
        }
    }

    private static bool IsNumber(ShellPart hole)
        => hole.Kind == ShellPartKind.Word && hole.LiteralWords[0] is { Length: > 0 and < 20 } word && !word.AsSpan(word[0] == '-' ? 1 : 0).ContainsAnyExceptInRange('0', '9') && word != "-";

    private static string Describe(string text) => text.Replace("\0", "{…}", StringComparison.Ordinal);
}
