namespace TypedExec.Platform.Linux;

/// <summary>
/// Recovers the exit status of a child that other code has reaped: the kernel itself if the application ignores SIGCHLD, or .NET
/// if the application is process 1 and listens to SIGCHLD, as <see cref="System.Diagnostics.Process"/> does. Since Linux 6.15, a
/// pidfd keeps it for as long as it is open.
/// </summary>
internal static unsafe class ReapedStatus
{
    /// <summary>The required part of struct pidfd_info: its first version.</summary>
    private const int InfoSize = 64;

    private const int ExitCodeOffset = 60;

    // PIDFD_GET_INFO is _IOWR(0xFF, 11, struct pidfd_info).
    private const nuint GetInfo = (3u << 30) | (InfoSize << 16) | (0xFF << 8) | 11;

    private const ulong InfoExit = 1 << 3;

    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns the status, or null if the kernel doesn't know it.</summary>
    public static ExitStatus? Find(int pidfd)
    {
        if (pidfd < 0)
        {
            return null;
        }

        // The other code takes the child first and leaves its status a moment later.
        var deadline = Deadline.After(Window);
        var spin = default(SpinWait);
        var info = stackalloc byte[InfoSize];
        do
        {
            new Span<byte>(info, InfoSize).Clear();
            *(ulong*)info = InfoExit;
            if (LibC.IoControl(pidfd, GetInfo, info) != 0)
            {
                // An older kernel, or a sandbox.
                return null;
            }

            if ((*(ulong*)info & InfoExit) != 0)
            {
                return From(*(int*)(info + ExitCodeOffset));
            }

            spin.SpinOnce();
        }
        while (!deadline.HasPassed);

        return null;
    }

    /// <summary>Converts the form of wait(2).</summary>
    private static ExitStatus From(int status)
        => (status & 0x7F) == 0 ? new ExitStatus((status >> 8) & 0xFF, null) : new ExitStatus(null, (Signal)(status & 0x7F));
}
