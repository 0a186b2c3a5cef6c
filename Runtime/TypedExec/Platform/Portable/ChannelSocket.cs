using System.Net.Sockets;
using TypedExec.IO;

namespace TypedExec.Platform.Portable;

/// <summary>
/// The socket pair of a child's channel. <see cref="System.Diagnostics.Process"/> hands no descriptor on, but closes none
/// either: the child's end is not close-on-exec while the child is started, and Node is told whatever number it has.
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

    /// <summary>The number that it has in this process, and so in the child.</summary>
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
    /// Whether a descriptor is a connected socket of AF_UNIX that this process was started with: what .NET opens itself, its
    /// diagnostic port for one, is close-on-exec, and what came through an exec is not.
    /// </summary>
    public static bool IsChannel(int descriptor)
    {
        // sockaddr_un is no longer than 110 bytes anywhere.
        var address = stackalloc byte[128];
        var length = 128u;
        return UnixCalls.FileControl(descriptor, UnixCalls.F_GETFD) == 0
            && UnixCalls.GetSocketName(descriptor, address, &length) == 0
            // BSD has the length before the family, which is one byte there.
            && address[OperatingSystem.IsLinux() ? 0 : 1] == UnixCalls.AF_UNIX
            && UnixCalls.GetPeerName(descriptor, address, &length) == 0;
    }

    /// <summary>The two directions of this process's own channel, which its children shall not inherit.</summary>
    public static (ReadPipe Output, WritePipe Input) Ends(int descriptor) => Ends(Own(descriptor));

    /// <summary>Hands over the parent's end.</summary>
    public (ReadPipe Output, WritePipe Input) TakeParentEnds()
    {
        var ends = Ends(_parentEnd!);
        _parentEnd = null;
        return ends;
    }

    /// <summary>Closes the child's end, which the child has by then, and the parent's if nobody took it.</summary>
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
        return (new SocketReadPipe(shared), new StreamWritePipe(new SocketDirection(shared, SocketShutdown.Send)));
    }
}
