namespace TypedExec.Shells;

/// <summary>The programs that run an argument as code: shells, and what passes a text to one.</summary>
internal static class ProgramArguments
{
    private static readonly HashSet<string> Shells =
    [
        "sh", "dash", "ash", "bash", "rbash", "zsh", "ksh", "ksh93", "rksh", "mksh", "lksh", "yash", "csh", "tcsh", "fish", "nu", "elvish", "xonsh",
        // These pass their -c to the user's shell.
        "su", "runuser", "sg", "script", "flock",
    ];

    private static readonly HashSet<string> PowerShells = ["pwsh", "powershell"];

    private static readonly HashSet<string> RemoteShells = ["ssh", "autossh", "rsh", "slogin"];

    private const string SshOptionsWithValue = "BbcDEeFIiJLlmOoPpQRSWw";

    /// <summary>
    /// Handles programs that run an argument in a shell, wherever they occur, such as after sudo, xargs or find -exec.
    /// </summary>
    public static HolePosition Find(IReadOnlyList<string> words, int first, string begun)
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
                return HolePosition.Evaluated(RemoteShells.Contains(name)
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

    private static string FileName(string program)
    {
        var name = program.Substring(program.LastIndexOfAny(['/', '\\']) + 1);
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name;
    }
}
