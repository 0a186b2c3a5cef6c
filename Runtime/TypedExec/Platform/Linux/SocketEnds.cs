using TypedExec.IO;

namespace TypedExec.Platform.Linux;

/// <summary>The two directions of a connected socket, each with a descriptor of its own, as each ends by itself.</summary>
internal static class SocketEnds
{
    public static (ReadEnd Output, WriteEnd Input) Of(int descriptor)
    {
        var second = LibC.Fcntl(descriptor, Constants.F_DUPFD_CLOEXEC, 3);
        return (new PipeReadEnd(descriptor), second < 0 ? new BrokenWriteEnd() : new PipeWriteEnd(second, isSocket: true));
    }
}
