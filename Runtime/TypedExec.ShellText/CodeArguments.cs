namespace TypedExec.Shells;

/// <summary>The shell languages, which differ in which of their commands run an argument as code.</summary>
internal enum ShellFamily
{
    Posix,
    Fish,
    PowerShell,
}

/// <summary>
/// Finds arguments that their command runs as code. Quoting doesn't help there: the word arrives intact and is then evaluated.
/// Arguments that can be recognized in the text are rejected; the others, such as a variable that is evaluated later, are listed
/// in docs/shell.md.
/// </summary>
/// <remarks>Sources: POSIX.1-2024, 2.15 and the utilities; bash(1), Shell Builtin Commands; zshbuiltins(1); ksh93(1);
/// fish-doc(1). Shared with the analyzer, which is built for netstandard2.0.</remarks>
internal static class CodeArguments
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

    private static readonly HashSet<string> Prefixes = ["command", "builtin", "exec", "noglob", "nocorrect", "coproc", "time", "!",
        // fish
        "and", "or", "not", "begin", "if", "while", "else"];

    private static readonly HashSet<string> Shells =
    [
        "sh", "dash", "ash", "bash", "rbash", "zsh", "ksh", "ksh93", "rksh", "mksh", "lksh", "yash", "csh", "tcsh", "fish", "nu", "elvish", "xonsh",
        // These pass their -c to the user's shell.
        "su", "runuser", "sg", "script", "flock",
    ];

    private static readonly HashSet<string> PowerShells = ["pwsh", "powershell"];

    private static readonly HashSet<string> RemoteShells = ["ssh", "autossh", "rsh", "slogin"];

    private static readonly HashSet<string> Operators = ["-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-v", "-R", "-t"];

    private const string SshOptionsWithValue = "BbcDEeFIiJLlmOoPpQRSWw";

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
        var first = FirstWord(words);
        if (first == words.Count)
        {
            return default;
        }

        var place = Builtin(family, words, first, begun);
        return place.Refusal is null ? Program(words, first, begun) : place;
    }

    /// <summary>Returns whether the words begin a test: <c>[</c> or <c>test</c>.</summary>
    public static bool IsTest(IReadOnlyList<string> words)
    {
        var first = FirstWord(words);
        return first < words.Count && words[first] is "[" or "test";
    }

    public static bool IsArithmeticOperator(string word) => Operators.Contains(word);

    /// <summary>Gets the position of a hole in an array index.</summary>
    public static HolePosition InSubscript { get; } = Refused("in an array's subscript, which the shell evaluates.  " + Compute);

    /// <summary>Gets the position of a hole next to a <c>test</c> operator that compares numbers or looks up a variable.</summary>
    public static HolePosition InArithmeticTest { get; } = Refused(
        "in a test with an operator that evaluates its operands, such as -eq or -v. Compare it in C#, or as text with =");

    private static HolePosition Builtin(ShellFamily family, IReadOnlyList<string> words, int first, string begun)
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
            return Refused($"an argument of {name}, which evaluates it once more, so no quoting is safe. Write the command without {name}");
        }

        if (family != ShellFamily.Posix)
        {
            return default;
        }

        if (Numeric.Contains(name))
        {
            return Refused($"an argument of {name}, which some shells evaluate as an arithmetic expression. {Compute}") with { AllowsNumber = true };
        }

        if (Assigning.Contains(name) && (!IsPlainAssignment(begun) || words.Skip(first + 1).Any(static word => word.StartsWith("-", StringComparison.Ordinal))))
        {
            return Refused($"a name passed to {name}, in which the shell evaluates a subscript. Write a constant name, as in {name} NAME={{…}}");
        }

        return name switch
        {
            "printf" => Printf(words, first + 1, begun),
            "print" when words.Skip(first + 1).Any(static word => word.StartsWith("-", StringComparison.Ordinal) && word.Contains('P')) =>
                Refused("an argument of print -P, which expands it as a prompt. Remove -P"),
            "set" or "wait" when words[words.Count - 1] is "-A" or "+A" or "-p" =>
                Refused($"the name of a variable that {name} sets, in which the shell evaluates a subscript. Write a constant name"),
            "test" or "[" when begun.Length == 0 && words.Count > first + 1 && words[words.Count - 1] == HolePosition.Mark.ToString() =>
                Refused("next to another hole in a test, where the first one could be an operator such as -v. Write the operator between them"),
            _ => default,
        };
    }

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
                ? Refused("the name of a variable that printf -v sets, in which the shell evaluates a subscript. Write a constant name")
                : default;
        }

        return format.IndexOf(HolePosition.Mark) >= 0 || HasNumericConversion(format)
            ? Refused("an argument of printf with a numeric conversion, which some shells evaluate. Use %s, or format the number in C#") with { AllowsNumber = true }
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

    /// <summary>
    /// Handles programs that run an argument in a shell, wherever they occur, such as after sudo, xargs or find -exec.
    /// </summary>
    private static HolePosition Program(IReadOnlyList<string> words, int first, string begun)
    {
        for (var i = first; i < words.Count; i++)
        {
            var name = FileName(words[i]);
            var arguments = words.Skip(i + 1).ToList();
            var isCode = Shells.Contains(name) ? IsCodeOfShell(arguments, begun)
                : PowerShells.Contains(name) ? IsCodeOfPowerShell(name, arguments, begun)
                : name == "cmd" ? arguments.Any(static word => word.Length == 2 && word[0] == '/' && char.ToLowerInvariant(word[1]) is 'c' or 'k')
                : name == "env" ? IsSplit(arguments, begun)
                : RemoteShells.Contains(name) ? HasHost(arguments)
                : name == "watch" ? !arguments.Any(static word => word is "-x" or "--exec")
                : name == "parallel" && !arguments.Any(static word => word.StartsWith(":::", StringComparison.Ordinal));
            if (isCode)
            {
                return Refused(RemoteShells.Contains(name)
                    ? $"among the words that {name} joins for the remote shell, which reads them once more, so no quoting for this shell is safe there"
                    : $"code that {name} runs, so no quoting is safe. Write the code as a constant and pass the value to it as an argument, as in sh -c 'echo \"$1\"' sh {{…}}");
            }
        }

        return default;
    }

    /// <summary>
    /// Returns whether the next word is the first one after <c>-c</c>, ignoring options in between; the words after it are its
    /// arguments.
    /// </summary>
    private static bool IsCodeOfShell(List<string> arguments, string begun)
    {
        var option = arguments.FindIndex(static word => IsCommandOption(word));
        return option < 0
            ? begun.StartsWith("--command=", StringComparison.Ordinal) || begun.StartsWith("--session-command=", StringComparison.Ordinal) || IsCommandOption(begun)
            : arguments.Skip(option + 1).All(static word => word.Length > 1 && word[0] is '-' or '+');
    }

    private static bool IsCommandOption(string word)
        => word is "--command" or "--session-command" or "--init-command"
        || (word.Length > 1 && word[0] is '-' && word[1] != '-' && word.Contains('c') && word.Skip(1).All(static c => char.IsLetter(c)));

    /// <summary>
    /// Returns whether the next word comes after <c>-Command</c>, which may be abbreviated. Windows PowerShell also runs text
    /// without an option.
    /// </summary>
    private static bool IsCodeOfPowerShell(string name, List<string> arguments, string begun)
        => arguments.Append(begun).Any(static word => word.Length > 1 && word[0] is '-' or '/'
            && ("command".StartsWith(word.Substring(1), StringComparison.OrdinalIgnoreCase)
                || word.Substring(1).ToLowerInvariant() is "commandwithargs" or "cwa" or "e" or "ec" or "enc" or "encodedcommand"))
        || (name == "powershell" && arguments.TrueForAll(static word => !word.StartsWith("-f", StringComparison.OrdinalIgnoreCase)));

    private static bool IsSplit(List<string> arguments, string begun)
        => arguments.LastOrDefault() is "-S" or "--split-string" || begun.StartsWith("-S", StringComparison.Ordinal)
        || begun.StartsWith("--split-string=", StringComparison.Ordinal);

    private static bool HasHost(List<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var word = arguments[i];
            if (word.Length < 2 || word[0] != '-')
            {
                return true;
            }

            // A value that is attached to its option isn't a separate word.
            if (SshOptionsWithValue.IndexOf(word[word.Length - 1]) >= 0 && (word.Length == 2 || SshOptionsWithValue.IndexOf(word[1]) < 0))
            {
                i++;
            }
        }

        return false;
    }

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

        var first = FirstWord(words);
        var takesNames = first < words.Length && (Evaluating.Contains(words[first]) || Assigning.Contains(words[first]));
        for (var i = first; i < words.Length && (i == first || takesNames); i++)
        {
            var open = words[i].IndexOf('[');
            if (open > 0 && IsName(words[i].Substring(0, open)) && string.Join(" ", words.Skip(i)).IndexOf(']') < 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the index of the command's name, after assignments and words such as <c>command</c>.</summary>
    private static int FirstWord(IReadOnlyList<string> words)
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

    private static bool IsPlainAssignment(string begun)
    {
        var equals = begun.IndexOf('=');
        return equals > 0 && IsName(begun.Substring(0, equals).TrimEnd('+'));
    }

    private static bool IsName(string text)
        => text.Length > 0 && !char.IsDigit(text[0]) && text.All(static c => c == '_' || (c < 128 && char.IsLetterOrDigit(c)));

    private static string FileName(string program)
    {
        var name = program.Substring(program.LastIndexOfAny(['/', '\\']) + 1);
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name;
    }

    private static HolePosition Refused(string refusal) => new(refusal, IsEvaluated: true);
}
