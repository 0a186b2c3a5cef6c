using TypedExec.IO;

namespace TypedExec.Platform.Linux;

/// <summary>The two directions of a connected socket, each with its own descriptor, because each ends by itself.</summary>
internal static unsafe class SocketPipes
{
    /// <summary>
    /// Returns whether a descriptor is a connected AF_UNIX socket that this process was started with. What .NET opens itself,
    /// such as its diagnostic port, is close-on-exec, and what came through an exec isn't.
    /// </summary>
    public static bool IsChannel(int descriptor)
        => LibC.Fcntl(descriptor, Constants.F_GETFD, 0) == 0
        && Option(descriptor, Constants.SO_DOMAIN) == Constants.AF_UNIX
        && Option(descriptor, Constants.SO_TYPE) == Constants.SOCK_STREAM
        && Option(descriptor, Constants.SO_ACCEPTCONN) == 0;

    /// <exception cref="SpawnFailureException">There is no descriptor left; the passed one has been closed.</exception>
    public static (ReadPipe Output, WritePipe Input) Create(int descriptor)
    {
        var second = LibC.Fcntl(descriptor, Constants.F_DUPFD_CLOEXEC, Descriptor.FirstBeyondStandard);
        if (second < 0)
        {
            var errno = LibC.LastErrno;
            Descriptor.Close(descriptor);
            throw new SpawnFailureException(errno, "fcntl");
        }

        return (new LinuxReadPipe(descriptor), new LinuxWritePipe(second, isSocket: true));
    }

    private static int? Option(int descriptor, int name)
    {
        int value;
        var length = (uint)sizeof(int);
        return LibC.GetSocketOption(descriptor, Constants.SOL_SOCKET, name, &value, &length) == 0 ? value : null;
    }
}
