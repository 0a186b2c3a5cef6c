using TypedExec.IO;

namespace TypedExec.Platform.Linux;

/// <summary>
/// The two directions of a pseudo-terminal's master, each with a descriptor of its own, as each waits by itself. The
/// terminal hangs up when both are closed.
/// </summary>
internal static class TerminalPipes
{
    public static (ReadPipe Output, WritePipe Input) Create(int master)
    {
        var second = LibC.Fcntl(master, Constants.F_DUPFD_CLOEXEC, 3);
        return (new LinuxReadPipe(master), second < 0 ? new BrokenWritePipe() : new LinuxWritePipe(second, isSocket: false));
    }
}
