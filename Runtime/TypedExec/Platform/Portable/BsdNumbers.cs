namespace TypedExec.Platform.Portable;

/// <summary>
/// Converts the numbers of signals and errors on macOS and the BSDs, which differ from Linux's, those of <see cref="Signal"/> and
/// <see cref="Errno"/>.
/// </summary>
internal static class BsdNumbers
{
    /// <summary>Returns the number that kill(2) takes, or -1 for a signal that the platform lacks.</summary>
    public static int FromSignal(Signal signal) => OperatingSystem.IsLinux() ? (int)signal : BsdSignal(signal);

    /// <summary>Returns the signal for a number of the platform.</summary>
    public static Signal ToSignal(int number)
    {
        if (!OperatingSystem.IsLinux())
        {
            for (var signal = Signal.SIGHUP; signal <= Signal.SIGSYS; signal++)
            {
                if (BsdSignal(signal) == number)
                {
                    return signal;
                }
            }
        }

        return (Signal)number;
    }

    /// <summary>Returns Linux's errno for a number of the platform.</summary>
    public static int ErrnoFrom(int number) => OperatingSystem.IsLinux() ? number : BsdErrno(number);

    /// <summary>Returns the number in signal(3) of macOS and FreeBSD.</summary>
    internal static int BsdSignal(Signal signal) => signal switch
    {
        <= Signal.SIGABRT or Signal.SIGFPE or Signal.SIGKILL or Signal.SIGSEGV
            or Signal.SIGPIPE or Signal.SIGALRM or Signal.SIGTERM
            or Signal.SIGTTIN or Signal.SIGTTOU
            or Signal.SIGXCPU or Signal.SIGXFSZ or Signal.SIGVTALRM or Signal.SIGPROF or Signal.SIGWINCH => (int)signal,
        Signal.SIGBUS => 10,
        Signal.SIGSYS => 12,
        Signal.SIGURG => 16,
        Signal.SIGSTOP => 17,
        Signal.SIGTSTP => 18,
        Signal.SIGCONT => 19,
        Signal.SIGCHLD => 20,
        Signal.SIGIO => 23,
        Signal.SIGUSR1 => 30,
        Signal.SIGUSR2 => 31,
        _ => -1,
    };

    /// <summary>
    /// Returns the errno for a number in intro(2) of macOS and FreeBSD; those up to ERANGE are the same except for EAGAIN.
    /// </summary>
    internal static int BsdErrno(int number) => number switch
    {
        35 => Errno.EAGAIN,
        54 => Errno.ECONNRESET,
        55 => Errno.ENOBUFS,
        60 => Errno.ETIMEDOUT,
        62 => Errno.ELOOP,
        63 => Errno.ENAMETOOLONG,
        78 => Errno.ENOSYS,
        _ => number,
    };
}
