using System.Text;

namespace TypedExec.Shells;

/// <summary>What differs from shell to shell: how a word is quoted, where one may stand, and how the shell is told to run a text.</summary>
internal abstract class ShellDialect
{
    /// <summary>sh and what is compatible with it.</summary>
    public static ShellDialect Posix { get; } = new PosixDialect(knowsAnsiQuotes: null);

    /// <summary>The dialect of the shell at this path, by its file name as in Node.</summary>
    /// <param name="path">The shell's path.</param>
    /// <param name="isBatchFile">For cmd.exe: whether a program would be found as a batch file. By default its name alone counts.</param>
    public static ShellDialect Of(string path, Func<string, bool>? isBatchFile = null)
    {
        var name = path.AsSpan()[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        name = name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        // bash-5.2, zsh-5.9, ksh93, pwsh-7.5
        name = name.TrimEnd("0123456789.-");
        return name.ToString().ToLowerInvariant() switch
        {
            "sh" or "dash" or "ash" => Posix,
            "busybox" => new PosixDialect(knowsAnsiQuotes: null, applet: "sh"),
            "zsh" => new PosixDialect(knowsAnsiQuotes: true, quotesAll: true),
            "bash" or "rbash" or "ksh" or "mksh" or "lksh" or "yash" => new PosixDialect(knowsAnsiQuotes: true),
            "fish" => new FishDialect(),
            "cmd" => new CmdDialect(isBatchFile ?? BatchFile.HasBatchName),
            "powershell" => new PowerShellDialect(passesQuotesOn: false),
            "pwsh" or "pwsh-preview" => new PowerShellDialect(passesQuotesOn: true),
            _ => new UnknownDialect(path),
        };
    }

    /// <summary>Whether Windows has to take the arguments as they are, without quoting them once more.</summary>
    public virtual bool IsVerbatim => false;

    /// <summary>The arguments that make the shell run a text; Node's <c>-c</c> where nothing else is known.</summary>
    public virtual IReadOnlyList<string> Arguments(string text) => ["-c", text];

    /// <summary>Adds one word that the shell takes literally.</summary>
    /// <param name="builder">The command line so far.</param>
    /// <param name="word">The word.</param>
    /// <param name="isGlued">Whether other text of the same word stands directly before or behind.</param>
    /// <exception cref="ArgumentException">The word cannot be quoted safely.</exception>
    public abstract void AppendQuoted(StringBuilder builder, string word, bool isGlued);

    /// <summary>Where each hole stands.</summary>
    protected abstract HolePlace[] Scan(ShellLine line);

    /// <summary>What has to stand before the name of a program that is a quoted word.</summary>
    protected virtual string CommandPrefix => "";

    /// <summary>Whether a character separates words, so that what stands beside it is not glued to it.</summary>
    protected virtual bool IsSeparator(char c) => c is ' ' or '\t' or '\n' or ';' or '|' or '&' or '(' or ')';

    /// <summary>The command line.</summary>
    /// <param name="parts">Text and holes.</param>
    /// <param name="isShown">For people: with secrets masked, and without a refusal of holes that stand in a wrong place.</param>
    /// <exception cref="ArgumentException">A hole stands where it cannot be quoted, or what it holds cannot be.</exception>
    public string Render(IReadOnlyList<ShellPart> parts, bool isShown)
    {
        var line = ShellLine.Of(parts);
        var places = Scan(line);
        var builder = new StringBuilder(line.Text.Length);
        var hole = 0;
        for (var i = 0; i < line.Text.Length; i++)
        {
            if (line.Text[i] != ShellLine.Hole)
            {
                builder.Append(line.Text[i]);
                continue;
            }

            var isGlued = !IsSeparator(ShellLine.At(line.Text, i - 1)) || !IsSeparator(ShellLine.At(line.Text, i + 1));
            var refusal = (places[hole].AllowsNumber && IsNumber(line.Holes[hole]) ? null : places[hole].Refusal) ?? (isGlued && line.Holes[hole].Kind != ShellPartKind.Word ? "as a part of a word, but holds several: put spaces around it" : null);
            if (refusal is not null && !isShown)
            {
                throw new ArgumentException($"A hole stands {refusal}. It is hole {hole + 1} of: {Describe(line.Text)}");
            }

            AppendHole(builder, line.Holes[hole], places[hole], isGlued, isShown);
            hole++;
        }

        return builder.ToString();
    }

    private void AppendHole(StringBuilder builder, ShellPart hole, HolePlace place, bool isGlued, bool isShown)
    {
        if (hole.Kind == ShellPartKind.Command && place.StartsCommand)
        {
            builder.Append(CommandPrefix);
        }

        var words = isShown ? hole.ShownWords : hole.LiteralWords;
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0)
            {
                builder.Append(' ');
            }

            AppendQuoted(builder, words[i], isGlued);
        }
    }

    private static bool IsNumber(ShellPart hole)
        => hole.Kind == ShellPartKind.Word && hole.LiteralWords[0] is { Length: > 0 and < 20 } word && !word.AsSpan(word[0] == '-' ? 1 : 0).ContainsAnyExceptInRange('0', '9') && word != "-";

    private static string Describe(string text) => text.Replace("\0", "{…}", StringComparison.Ordinal);
}
