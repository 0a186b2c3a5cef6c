using TypedExec.IO;

namespace TypedExec.Platform.Linux;

/// <summary>The two directions of a connected socket, each with a descriptor of its own, as each ends by itself.</summary>
internal static class SocketPipes
{
    public static (ReadPipe Output, WritePipe Input) Of(int descriptor)
    {
        var second = LibC.Fcntl(descriptor, Constants.F_DUPFD_CLOEXEC, 3);
        return (new LinuxReadPipe(descriptor), second < 0 ? new BrokenWritePipe() : new LinuxWritePipe(second, isSocket: true));
    }
}
