namespace TypedExec.Platform.Linux;

/// <summary>
/// SIGCHLD, which a program can be started with ignored (<c>trap '' CHLD</c> in a shell). The kernel reaps the children then,
/// and nobody learns how they ended.
/// </summary>
internal static unsafe class ChildSignal
{
    private const int SIGCHLD = (int)Signal.SIGCHLD;

    // glibc's and musl's struct sigaction has 152 bytes; the handler comes first.
    private const int ActionSize = 256;

    private static readonly bool IsRestored = Restore();

    /// <summary>
    /// Gives the signal its default back, once, before the first child: an application that ignores it later has its reasons.
    /// </summary>
    public static void EnsureDefault() => _ = IsRestored;

    private static bool Restore()
    {
        var action = stackalloc byte[ActionSize];
        return LibC.SignalAction(SIGCHLD, null, action) == 0 && *(nint*)action == Constants.SIG_IGN
            && LibC.SignalHandler(SIGCHLD, Constants.SIG_DFL) == Constants.SIG_IGN;
    }
}
