namespace TypedExec.Platform.Linux;

/// <summary>waitid(2) for one child, and the interpretation of its <c>siginfo_t</c>.</summary>
/// <remarks>On 64-bit systems its fields are si_signo, si_errno, si_code, padding, si_pid, si_uid, si_status.</remarks>
internal static unsafe class ChildWait
{
    /// <summary>The number of integers in a <c>siginfo_t</c>.</summary>
    public const int InfoLength = 32;

    /// <summary>
    /// Queries the kernel. Returns 0 or the errno. Uses the pidfd if there is one, so that a reused number is never queried.
    /// </summary>
    public static int Wait(int pid, int pidfd, int* info, int options)
    {
        new Span<int>(info, InfoLength).Clear();
        var hasPidfd = pidfd >= 0;
        while (true)
        {
            var result = hasPidfd
                ? LibC.WaitId(Constants.P_PIDFD, pidfd, info, options)
                : LibC.WaitId(Constants.P_PID, pid, info, options);
            if (result == 0)
            {
                return 0;
            }

            switch (LibC.LastErrno)
            {
                case Errno.EINTR:
                    break;
                case Errno.EINVAL when hasPidfd:
                    // Linux 5.3 has pidfd_open but not P_PIDFD.
                    hasPidfd = false;
                    break;
                case var errno:
                    return errno;
            }
        }
    }

    /// <summary>Returns whether there was something to report.</summary>
    public static bool HasChanged(int* info) => info[4] != 0;

    /// <summary>Returns the exit status of a child.</summary>
    public static ExitStatus StatusOf(int* info) => info[2] == Constants.CLD_EXITED
        ? new ExitStatus(info[6] & 0xFF, null)
        : new ExitStatus(null, SignalOf(info));

    /// <summary>Returns the signal that ended or stopped a child.</summary>
    public static Signal SignalOf(int* info) => (Signal)(info[6] & 0x7F);
}
