namespace TypedExec.Shells;

/// <summary>The commands of the shells themselves that evaluate an argument once more.</summary>
internal static class BuiltinArguments
{
    private const string Compute = "Compute it in C#";

    private static readonly HashSet<string> Evaluating =
    [
        "eval", "let", "trap", "alias", "bind", "complete", "compgen", "mapfile", "readarray", "read", "unset", "getopts", "declare",
        "typeset", "integer", "float", "nameref", "emulate", "sched", "zstyle", "bindkey", "vared", "fc", "functions", "zle", "zparseopts",
    ];

    private static readonly HashSet<string> EvaluatingInFish = ["eval", "trap", "bind", "complete", "alias", "abbr", "function"];

    private static readonly HashSet<string> EvaluatingInPowerShell = new(StringComparer.OrdinalIgnoreCase) { "iex", "Invoke-Expression" };

    /// <summary>The commands whose operands are arithmetic expressions in zsh and mksh, though not in dash and bash.</summary>
    private static readonly HashSet<string> Numeric = ["exit", "return", "shift", "break", "continue", "ulimit", "repeat"];

    private static readonly HashSet<string> Assigning = ["export", "readonly", "local"];

    /// <summary>Finds the position of a hole that is the next argument of a command of the shell itself.</summary>
    public static HolePosition Find(ShellFamily family, IReadOnlyList<string> words, int first, string begun)
    {
        var name = words[first];
        var isEvaluating = family switch
        {
            ShellFamily.Posix => Evaluating.Contains(name),
            ShellFamily.Fish => EvaluatingInFish.Contains(name),
            _ => EvaluatingInPowerShell.Contains(name),
        };
        if (isEvaluating)
        {
            return HolePosition.Evaluated($"an argument of {name}, which evaluates it once more, so no quoting is safe. Write the command without {name}");
        }

        if (family != ShellFamily.Posix)
        {
            return default;
        }

        if (Numeric.Contains(name))
        {
            return HolePosition.Evaluated($"an argument of {name}, which some shells evaluate as an arithmetic expression. {Compute}") with { AllowsNumber = true };
        }

        if (Assigning.Contains(name) && (!ShellWords.IsAssignmentOfName(begun) || words.Skip(first + 1).Any(static word => word.StartsWith("-", StringComparison.Ordinal))))
        {
            return HolePosition.Evaluated($"a name passed to {name}, in which the shell evaluates a subscript. Write a constant name, as in {name} NAME={{…}}");
        }

        return name switch
        {
            "printf" => Printf(words, first + 1, begun),
            "print" when words.Skip(first + 1).Any(static word => word.StartsWith("-", StringComparison.Ordinal) && word.Contains('P')) =>
                HolePosition.Evaluated("an argument of print -P, which expands it as a prompt. Remove -P"),
            "set" or "wait" when words[words.Count - 1] is "-A" or "+A" or "-p" =>
                HolePosition.Evaluated($"the name of a variable that {name} sets, in which the shell evaluates a subscript. Write a constant name"),
            "test" or "[" when begun.Length == 0 && words.Count > first + 1 && words[words.Count - 1] == HolePosition.Mark.ToString() =>
                HolePosition.Evaluated("next to another hole in a test, where the first one could be an operator such as -v. Write the operator between them"),
            _ => default,
        };
    }

    /// <summary>Returns whether the operands of a POSIX shell's own command may be names with a subscript.</summary>
    public static bool TakesNames(string command) => Evaluating.Contains(command) || Assigning.Contains(command);

    /// <summary>
    /// <c>printf -v NAME FORMAT ARGUMENT…</c>: zsh evaluates the argument of a numeric conversion, and so did ksh.
    /// </summary>
    private static HolePosition Printf(IReadOnlyList<string> words, int next, string begun)
    {
        string? format = null;
        for (; next < words.Count && format is null; next++)
        {
            if (words[next] == "-v")
            {
                if (next + 1 == words.Count)
                {
                    begun = "-v";
                    break;
                }

                next++;
            }
            else if (words[next] != "--")
            {
                format = words[next];
            }
        }

        if (format is null)
        {
            return begun.StartsWith("-v", StringComparison.Ordinal)
                ? HolePosition.Evaluated("the name of a variable that printf -v sets, in which the shell evaluates a subscript. Write a constant name")
                : default;
        }

        return format.IndexOf(HolePosition.Mark) >= 0 || HasNumericConversion(format)
            ? HolePosition.Evaluated("an argument of printf with a numeric conversion, which some shells evaluate. Use %s, or format the number in C#") with { AllowsNumber = true }
            : default;
    }

    private static bool HasNumericConversion(string format)
    {
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                continue;
            }

            for (i++; i < format.Length && !char.IsLetter(format[i]) && format[i] is not ('%' or '('); i++)
            {
                if (format[i] == '*')
                {
                    return true;
                }
            }

            if (i < format.Length && format[i] is not ('%' or 's' or 'b' or 'q' or 'c' or 'Q'))
            {
                return true;
            }
        }

        return false;
    }
}
