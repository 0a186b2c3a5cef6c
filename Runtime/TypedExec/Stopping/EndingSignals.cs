namespace TypedExec.Stopping;

/// <summary>Which signals end a child that does nothing about them.</summary>
internal static class EndingSignals
{
    /// <summary>Whether the signal asks a child to end; SIGKILL does not ask.</summary>
    public static bool IsToEnd(Signal signal) => signal > 0 && signal is not (
        Signal.SIGKILL or Signal.SIGSTOP or Signal.SIGTSTP or Signal.SIGTTIN or Signal.SIGTTOU or Signal.SIGCONT
        or Signal.SIGCHLD or Signal.SIGURG or Signal.SIGWINCH);
}
