using TypedExec.Shells;

namespace TypedExec.Remote.Carrying;

/// <summary>Single-line <c>sh</c> scripts that send <c>$te_s</c> to a process. They exit with 3 if the process doesn't exist.</summary>
internal static class SignalScripts
{
    /// <summary>The directories for a script's process files; the first writable one is used.</summary>
    public const string Directories = "\"${XDG_RUNTIME_DIR-}\" \"${TMPDIR-}\" /tmp /dev/shm /var/tmp \"${HOME-}\"";

    /// <summary>Signals <c>$te_p</c>, and its group if it leads one.</summary>
    /// <remarks>Here, busybox doesn't treat <c>--</c> as the end of options, but dash requires it.</remarks>
    public const string Direct = "kill -s \"$te_s\" -- \"-$te_p\" 2>/dev/null || kill -s \"$te_s\" \"-$te_p\" 2>/dev/null "
        + "|| kill -s \"$te_s\" \"$te_p\" 2>/dev/null || (exit 3)";

    /// <summary>Signals the command of a guard on this side, through the file that it wrote. The signal is the script's argument.</summary>
    /// <param name="token">The guard's run.</param>
    /// <param name="inner">How its command is signaled.</param>
    public static string ToGuarded(RunToken token, string inner)
        => $"te_s=$1; for te_d in {Directories}; do te_f=$te_d/{token.Name}; "
            + "if [ -f \"$te_f\" ] && [ -O \"$te_f\" ] && read -r te_p <\"$te_f\"; then "
            + $"{{ {inner}; }}; exit; fi; done; exit 3";

    /// <summary>A command line whose last argument is the signal's name.</summary>
    public static string Line(string program, IReadOnlyList<string> arguments) => $"{PosixQuoting.Join(program, arguments)} \"$te_s\"";

    /// <summary>A command line whose last argument is a line for another shell that ends with the signal's name.</summary>
    public static string LineInLine(string program, IReadOnlyList<string> arguments, string line)
        => $"{PosixQuoting.Join(program, arguments)} {Quote(line + " ")}\"$te_s\"";

    /// <summary>Quotes a single word.</summary>
    public static string Quote(string text)
    {
        var builder = new System.Text.StringBuilder();
        PosixQuoting.AppendQuoted(builder, text, isAdjacent: true);
        return builder.ToString();
    }
}
