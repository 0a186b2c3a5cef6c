using TypedExec.Shells;

namespace TypedExec.Remote.Carrying;

/// <summary>Texts for <c>sh</c>, each in one line, that send <c>$te_s</c> to a process. They end with 3 where there is no such process.</summary>
internal static class SignalScripts
{
    /// <summary>Where a script's process files may be, the first that can be written to.</summary>
    public const string Directories = "\"${XDG_RUNTIME_DIR-}\" \"${TMPDIR-}\" /tmp /dev/shm /var/tmp \"${HOME-}\"";

    /// <summary>To <c>$te_p</c> and its group, where it leads one.</summary>
    /// <remarks>busybox takes <c>--</c> for no end of options here, and dash needs one.</remarks>
    public const string Direct = "kill -s \"$te_s\" -- \"-$te_p\" 2>/dev/null || kill -s \"$te_s\" \"-$te_p\" 2>/dev/null "
        + "|| kill -s \"$te_s\" \"$te_p\" 2>/dev/null || (exit 3)";

    /// <summary>To the command of a guard on this side, by the file that it has written. The signal is the script's argument.</summary>
    /// <param name="token">The guard's run.</param>
    /// <param name="inner">How its command is signalled.</param>
    public static string ToGuarded(RunToken token, string inner)
        => $"te_s=$1; for te_d in {Directories}; do te_f=$te_d/{token.Name}; "
            + "if [ -f \"$te_f\" ] && [ -O \"$te_f\" ] && read -r te_p <\"$te_f\"; then "
            + $"{{ {inner}; }}; exit; fi; done; exit 3";

    /// <summary>A command line whose last argument is the signal's name.</summary>
    public static string Line(string program, IReadOnlyList<string> arguments) => $"{PosixQuoting.Join(program, arguments)} \"$te_s\"";

    /// <summary>A command line whose last argument is a line for another shell, with the signal's name at its end.</summary>
    public static string LineInLine(string program, IReadOnlyList<string> arguments, string line)
        => $"{PosixQuoting.Join(program, arguments)} {Quote(line + " ")}\"$te_s\"";

    /// <summary>One word, quoted.</summary>
    public static string Quote(string text)
    {
        var builder = new System.Text.StringBuilder();
        PosixQuoting.AppendQuoted(builder, text, isAdjacent: true);
        return builder.ToString();
    }
}
