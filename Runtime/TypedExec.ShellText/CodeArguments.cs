namespace TypedExec.Shells;

/// <summary>
/// Finds arguments that their command runs as code. Quoting doesn't help there: the word arrives intact and is then evaluated.
/// Arguments that can be recognized in the text are rejected; the others, such as a variable that is evaluated later, are listed
/// in docs/shell.md.
/// </summary>
/// <remarks>Sources: POSIX.1-2024, 2.15 and the utilities; bash(1), Shell Builtin Commands; zshbuiltins(1); ksh93(1);
/// fish-doc(1). Shared with the analyzer, which is built for netstandard2.0.</remarks>
internal static class CodeArguments
{
    private static readonly HashSet<string> Operators = ["-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-v", "-R", "-t"];

    /// <summary>Finds the position of a hole that is the next argument, or a part of it.</summary>
    /// <param name="family">The language.</param>
    /// <param name="command">The words before it.</param>
    public static HolePosition Find(ShellFamily family, CommandWords command)
    {
        if (command.IsRedirected)
        {
            return default;
        }

        var begun = command.Begun;
        if (family == ShellFamily.Posix && IsSubscript(command))
        {
            return InSubscript;
        }

        if (command.IsList)
        {
            return default;
        }

        var place = Find(family, command.Words, begun);
        return place.Refusal is null && command.SecondStart > 0 ? Find(family, [.. command.Words.Skip(command.SecondStart)], begun) : place;
    }

    private static HolePosition Find(ShellFamily family, IReadOnlyList<string> words, string begun)
    {
        var first = ShellWords.IndexOfName(words);
        if (first == words.Count)
        {
            return default;
        }

        var place = BuiltinArguments.Find(family, words, first, begun);
        return place.Refusal is null ? ProgramArguments.Find(words, first, begun) : place;
    }

    /// <summary>Returns whether the words begin a test: <c>[</c> or <c>test</c>.</summary>
    public static bool IsTest(IReadOnlyList<string> words)
    {
        var first = ShellWords.IndexOfName(words);
        return first < words.Count && words[first] is "[" or "test";
    }

    public static bool IsArithmeticOperator(string word) => Operators.Contains(word);

    /// <summary>Gets the position of a hole in an array index.</summary>
    public static HolePosition InSubscript { get; } = HolePosition.Evaluated("in an array's subscript, which the shell evaluates.  Compute it in C#");

    /// <summary>Gets the position of a hole next to a <c>test</c> operator that compares numbers or looks up a variable.</summary>
    public static HolePosition InArithmeticTest { get; } = HolePosition.Evaluated(
        "in a test with an operator that evaluates its operands, such as -eq or -v. Compare it in C#, or as text with =");

    /// <summary>
    /// Returns whether an index has begun and not ended: <c>a[</c> where an assignment is allowed, or <c>[</c> in a list.
    /// </summary>
    public static bool IsSubscript(CommandWords command)
    {
        // An index may contain spaces, so what was read as several words is then one.
        string[] words = [.. command.Words, command.Begun];
        if (command.IsList)
        {
            return Array.Exists(words, static word => word.StartsWith("[", StringComparison.Ordinal)) && !words[words.Length - 1].Contains(']');
        }

        var first = ShellWords.IndexOfName(words);
        var takesNames = first < words.Length && BuiltinArguments.TakesNames(words[first]);
        for (var i = first; i < words.Length && (i == first || takesNames); i++)
        {
            var open = words[i].IndexOf('[');
            if (open > 0 && ShellWords.IsName(words[i].Substring(0, open)) && string.Join(" ", words.Skip(i)).IndexOf(']') < 0)
            {
                return true;
            }
        }

        return false;
    }
}
