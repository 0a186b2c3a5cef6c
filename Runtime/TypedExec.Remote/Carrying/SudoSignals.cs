using TypedExec.Shells;

namespace TypedExec.Remote.Carrying;

/// <summary>Signals a command that was started by sudo.</summary>
internal static class SudoSignals
{
    /// <summary>sudo forwards the signals that it receives, except SIGKILL.</summary>
    /// <remarks>
    /// SIGKILL, and signals that this user may not send to sudo, go to the command itself, which is the first child of sudo's
    /// process. If this user may not send them, sudo does.
    /// </remarks>
    public static string Script(string program, IReadOnlyList<string> options, Supervised inner)
    {
        var sudo = PosixQuoting.Join(program, [.. options.Contains("-n") ? options : ["-n", .. options], "--"]);
        var own = SignalScripts.Quote(program[(program.LastIndexOf('/') + 1)..]);
        var find = "te_c=$te_p; te_t=; while :; do te_n=; "
            + "for te_k in $(cat \"/proc/$te_c/task/$te_c/children\" 2>/dev/null || ps -o pid= --ppid \"$te_c\" 2>/dev/null); do te_n=$te_k; break; done; "
            + $"[ -n \"$te_n\" ] || break; te_t=$te_n; [ \"$(cat \"/proc/$te_n/comm\" 2>/dev/null)\" = {own} ] || break; te_c=$te_n; done; ";
        var toCommand = inner.IsDirect
            ? "kill -s \"$te_s\" -- \"-$te_t\" 2>/dev/null || kill -s \"$te_s\" \"$te_t\" 2>/dev/null "
                + $"|| {sudo} kill -s \"$te_s\" -- \"-$te_t\" 2>/dev/null || {sudo} kill -s \"$te_s\" \"$te_t\" 2>/dev/null || (exit 3)"
            : $"{sudo} sh -c {SignalScripts.Quote($"te_s=$1; te_p=$2; {inner.SignalScript}")} sh \"$te_s\" \"$te_t\"";
        return inner.IsDirect
            ? $"{find}if [ \"$te_s\" != KILL ] && kill -s \"$te_s\" \"$te_p\" 2>/dev/null; then :; elif [ -z \"$te_t\" ]; then (exit 3); else {toCommand}; fi"
            : $"{find}if [ -z \"$te_t\" ]; then (exit 3); else {toCommand}; fi";
    }
}
