namespace TypedExec.Shells;

/// <summary>What the words of a POSIX command are: assignments, prefixes and its name.</summary>
internal static class ShellWords
{
    private static readonly HashSet<string> Prefixes = ["command", "builtin", "exec", "noglob", "nocorrect", "coproc", "time", "!",
        // fish
        "and", "or", "not", "begin", "if", "while", "else"];

    /// <summary>Returns the index of the command's name, after assignments and words such as <c>command</c>.</summary>
    public static int IndexOfName(IReadOnlyList<string> words)
    {
        var i = 0;
        while (i < words.Count && IsAssignment(words[i]))
        {
            i++;
        }

        // Including the options of such words; the -a of exec has a value.
        for (; i < words.Count && (Prefixes.Contains(words[i]) || words[i].StartsWith("-", StringComparison.Ordinal)); i++)
        {
            i += words[i] == "-a" ? 1 : 0;
        }

        return Math.Min(i, words.Count);
    }

    private static bool IsAssignment(string word)
    {
        var equals = word.IndexOf('=');
        var name = equals > 0 ? word.Substring(0, equals) : "";
        var subscript = name.IndexOf('[');
        return IsName((subscript < 0 ? name : name.Substring(0, subscript)).TrimEnd('+'));
    }

    /// <summary>Returns whether it begins an assignment to a plain name, without a subscript.</summary>
    public static bool IsAssignmentOfName(string begun)
    {
        var equals = begun.IndexOf('=');
        return equals > 0 && IsName(begun.Substring(0, equals).TrimEnd('+'));
    }

    public static bool IsName(string text)
        => text.Length > 0 && !char.IsDigit(text[0]) && text.All(static c => c == '_' || (c < 128 && char.IsLetterOrDigit(c)));
}
