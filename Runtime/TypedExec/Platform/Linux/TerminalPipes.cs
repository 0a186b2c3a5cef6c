using TypedExec.IO;

namespace TypedExec.Platform.Linux;

/// <summary>
/// The two directions of a pseudo-terminal's master, each with its own descriptor, because each waits by itself. The terminal
/// hangs up when both are closed.
/// </summary>
internal static class TerminalPipes
{
    /// <exception cref="SpawnFailureException">There is no descriptor left; the passed one has been closed.</exception>
    public static (ReadPipe Output, WritePipe Input) Create(int master)
    {
        var second = LibC.Fcntl(master, Constants.F_DUPFD_CLOEXEC, Descriptor.FirstBeyondStandard);
        if (second < 0)
        {
            var errno = LibC.LastErrno;
            Descriptor.Close(master);
            throw new SpawnFailureException(errno, "fcntl");
        }

        return (new LinuxReadPipe(master), new LinuxWritePipe(second, isSocket: false));
    }
}
