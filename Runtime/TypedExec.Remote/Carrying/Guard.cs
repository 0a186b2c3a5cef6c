namespace TypedExec.Remote.Carrying;

/// <summary>
/// The script for <c>sh</c> that runs a command on the remote side. It writes the command's PID to a file, so that signals can be sent. It runs
/// the command in a separate session if the remote side supports that. It ends the command when its own parent exits, as sshd's process does
/// when the connection is lost.
/// </summary>
/// <remarks>
/// It is a single line, because csh doesn't allow newlines in quotes. Its names start with <c>te_</c>, because an assignment would change an
/// inherited variable of the command. The command runs in the foreground, because a background command would ignore SIGINT. The arguments are
/// the directory, the program to look for, and the words of the command.
/// </remarks>
internal static class Guard
{
    /// <summary>The prefix of the guard's own errors.</summary>
    public const string Mark = "typedexec: ";

    public const string NoDirectory = "cannot enter the directory ";

    public const string NoProgram = "there is no program ";

    public const string NotExecutable = "is not executable: ";

    private const string Write = "[ -z \"$0\" ] || (umask 077; set -C; echo \"$$\" >\"$0\") 2>/dev/null; exec \"$@\"";

    /// <summary>The script.</summary>
    /// <param name="token">The run, which also names the file.</param>
    /// <param name="inner">How the command is signaled from here, by its PID.</param>
    /// <param name="grace">How long the command may run after SIGTERM.</param>
    /// <param name="path">The command's PATH, if its environment sets one.</param>
    /// <param name="isAtTerminal">Whether the command must stay in the session that its terminal belongs to.</param>
    public static string Script(RunToken token, string inner, TimeSpan grace, string? path, bool isAtTerminal)
    {
        var search = path is null ? "" : $"PATH={SignalScripts.Quote(path)}; ";
        string[] steps =
        [
            $"te_fail() {{ printf '%s\\n' \"{Mark}$2\" >&2; exit \"$1\"; }}",
            $"if [ -n \"$1\" ]; then cd \"$1\" 2>/dev/null || te_fail 126 \"{NoDirectory}$1\"; fi",
            $"case $2 in \"\") ;; */*) [ -e \"$2\" ] || te_fail 127 \"{NoProgram}$2\"; "
                + $"[ -f \"$2\" ] && [ -x \"$2\" ] || te_fail 126 \"{NotExecutable}$2\";; "
                + $"*) ({search}command -v \"$2\" >/dev/null 2>&1) || te_fail 127 \"{NoProgram}$2\";; esac",
            "shift 2",
            $"te_f=; for te_d in {SignalScripts.Directories}; do if [ -n \"$te_d\" ] && [ -d \"$te_d\" ] && [ -w \"$te_d\" ]; then te_f=$te_d/{token.Name}; break; fi; done",
            "te_a=:",
            // The parent may belong to another user, which makes kill fail; in a container it is 0.
            "if [ \"$PPID\" -gt 1 ]; then if kill -0 \"$PPID\" 2>/dev/null; then te_a='kill -0 \"$PPID\"'; elif [ -d \"/proc/$PPID\" ]; then te_a='[ -d \"/proc/$PPID\" ]'; fi; fi",
            $"te_kill() {{ {inner}; }}",
            "te_watch() { trap '' HUP INT QUIT TERM; while kill -0 \"$$\" && eval \"$te_a\"; do sleep 1; done; "
                + "if read -r te_p <\"$te_f\"; then te_s=TERM; te_kill; te_i=0; "
                + $"while {{ [ -d \"/proc/$te_p\" ] || kill -0 \"$te_p\"; }} && [ \"$te_i\" -lt {Math.Ceiling(grace.TotalSeconds):0} ]; do sleep 1; te_i=$((te_i+1)); done; "
                + "te_s=KILL; te_kill; fi; "
                + $"rm -f \"$te_f\" {SignalScripts.Quote(token.Next().Socket)}; }}",
            "te_watch </dev/null >/dev/null 2>&1 & te_w=$!",
            // Otherwise the shell would print its own message that its child was killed.
            "exec 4>&2 2>/dev/null",
            "trap : HUP INT QUIT TERM USR1 USR2 ALRM",
            $"set -- sh -c {SignalScripts.Quote(Write)} \"$te_f\" \"$@\"",
            isAtTerminal ? "" : "if command -v setsid >/dev/null 2>&1; then set -- setsid \"$@\"; fi",
            // In a subshell that has the command's stderr: the shell itself has closed its own by now.
            "(exec \"$@\" 2>&4 4>&-)",
            "te_c=$?",
            // ksh reports 256 plus the signal number.
            "[ \"$te_c\" -le 256 ] || te_c=$((te_c-128))",
            "kill -KILL \"$te_w\"",
            "[ -z \"$te_f\" ] || rm -f \"$te_f\"",
            "exit \"$te_c\"",
        ];
        return string.Join("; ", steps.Where(static step => step.Length > 0));
    }

    /// <summary>The program that the guard looks for before it starts the command; empty if it would search differently than the command.</summary>
    public static string ProgramToFind(FarCommand far)
        => far.Options is { ClearEnv: true } or { Env: not null } && SearchPath(far) is null && HasOtherPath(far) ? "" : far.Command.FileName;

    /// <summary>The PATH that the command's environment sets, or null.</summary>
    public static string? SearchPath(FarCommand far) => far.Options.Env?.GetValueOrDefault("PATH");

    private static bool HasOtherPath(FarCommand far) => far.Options.ClearEnv is true || far.Options.Env?.ContainsKey("PATH") is true;
}
