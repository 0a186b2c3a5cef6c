using System.Net.Sockets;
using TypedExec.IO;
using TypedExec.Platform.Managed;

namespace TypedExec.Platform.Portable;

/// <summary>
/// The socket pair of a child's channel. <see cref="System.Diagnostics.Process"/> passes on no descriptor but closes none either:
/// the child's end isn't close-on-exec while the child is started, and Node gets its number.
/// </summary>
internal sealed unsafe class ChannelSocket : IDisposable
{
    private int _childEnd;
    private Socket? _parentEnd;

    private ChannelSocket(int parentEnd, int childEnd)
    {
        _childEnd = childEnd;
        _parentEnd = Own(parentEnd);
    }

    /// <summary>Gets its number in this process, and so in the child.</summary>
    public int ChildDescriptor => _childEnd;

    /// <exception cref="SpawnFailureException">The kernel refuses.</exception>
    public static ChannelSocket Open()
    {
        var ends = stackalloc int[2];
        if (UnixCalls.SocketPair(UnixCalls.AF_UNIX, UnixCalls.SOCK_STREAM, 0, ends) != 0)
        {
            throw new SpawnFailureException(UnixCalls.LastErrno, "socketpair");
        }

        return new ChannelSocket(ends[0], ends[1]);
    }

    /// <summary>
    /// Returns whether a descriptor is a connected AF_UNIX socket that this process was started with. What .NET opens itself,
    /// such as its diagnostic port, is close-on-exec, and what came through an exec isn't.
    /// </summary>
    public static bool IsChannel(int descriptor)
    {
        // sockaddr_un has at most 110 bytes on all systems.
        var address = stackalloc byte[128];
        var length = 128u;
        return UnixCalls.FileControl(descriptor, UnixCalls.F_GETFD) == 0
            && UnixCalls.GetSocketName(descriptor, address, &length) == 0
            // On BSD, the length comes before the family, which is one byte there.
            && address[OperatingSystem.IsLinux() ? 0 : 1] == UnixCalls.AF_UNIX
            && UnixCalls.GetPeerName(descriptor, address, &length) == 0;
    }

    /// <summary>Returns the two directions of this process's own channel, which its children must not inherit.</summary>
    public static (ReadPipe Output, WritePipe Input) Ends(int descriptor) => Ends(Own(descriptor));

    /// <summary>Hands over the parent's end.</summary>
    public (ReadPipe Output, WritePipe Input) TakeParentEnds()
    {
        var ends = Ends(_parentEnd!);
        _parentEnd = null;
        return ends;
    }

    /// <summary>Closes the child's end, which the child has by then, and the parent's if it wasn't taken.</summary>
    public void Dispose()
    {
        _parentEnd?.Dispose();
        if (_childEnd >= 0)
        {
            _ = UnixCalls.Close(_childEnd);
            _childEnd = -1;
        }
    }

    private static Socket Own(int descriptor)
    {
        _ = UnixCalls.IoControl(descriptor, UnixCalls.CloseOnExec);
        return new Socket(new SafeSocketHandle(descriptor, ownsHandle: true));
    }

    private static (ReadPipe Output, WritePipe Input) Ends(Socket socket)
    {
        var shared = new SharedSocket(socket);
        return (new PolledReadPipe(new SocketDirection(shared, SocketShutdown.Receive), () => shared.IsEmpty), new StreamWritePipe(new SocketDirection(shared, SocketShutdown.Send)));
    }
}
