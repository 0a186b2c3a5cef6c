namespace TypedExec.Platform.Linux;

/// <summary>
/// SIGCHLD, which a program can be started with ignored (<c>trap '' CHLD</c> in a shell). The kernel then reaps the children, and
/// their exit status is lost.
/// </summary>
internal static unsafe class ChildSignal
{
    private const int SIGCHLD = (int)Signal.SIGCHLD;

    // glibc's and musl's struct sigaction has 152 bytes; the handler comes first.
    private const int ActionSize = 256;

    private static readonly bool IsRestored = Restore();

    /// <summary>
    /// Resets the signal to its default once, before the first child. An application that ignores it later has its reasons.
    /// </summary>
    public static void EnsureDefault() => _ = IsRestored;

    private static bool Restore()
    {
        var action = stackalloc byte[ActionSize];
        return LibC.SignalAction(SIGCHLD, null, action) == 0 && *(nint*)action == Constants.SIG_IGN
            && LibC.SignalHandler(SIGCHLD, Constants.SIG_DFL) == Constants.SIG_IGN;
    }
}
