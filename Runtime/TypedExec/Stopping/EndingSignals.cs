namespace TypedExec.Stopping;

/// <summary>Determines which signals end a child that doesn't handle them.</summary>
internal static class EndingSignals
{
    /// <summary>Returns whether the signal asks a child to end. SIGKILL doesn't ask.</summary>
    public static bool IsToEnd(Signal signal) => signal > 0 && signal is not (
        Signal.SIGKILL or Signal.SIGSTOP or Signal.SIGTSTP or Signal.SIGTTIN or Signal.SIGTTOU or Signal.SIGCONT
        or Signal.SIGCHLD or Signal.SIGURG or Signal.SIGWINCH);
}
