using System.IO.Pipes;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;
using TypedExec.IO;
using TypedExec.Platform.Windows.Handles;

namespace TypedExec.Platform.Windows.Channel;

/// <summary>Opens Node's IPC channel on Windows: a named pipe for both directions that carries libuv's frames.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe class ChannelEnds
{
    private const uint FileTypePipe = 0x3;
    private const uint HandleIsInherited = 0x1;

    /// <summary>Returns the two directions of one end.</summary>
    public static (ReadPipe Output, WritePipe Input) From(PipeStream pipe)
    {
        var (output, input) = PipePair.Directions(pipe);
        return (new FramedReadPipe(output, CloseSocket), new FramedWritePipe(input));
    }

    /// <summary>
    /// Opens this process's own end of the channel to the parent that forked it. Returns null, without touching the descriptor,
    /// if it isn't a pipe with overlapped I/O that this process was started with.
    /// </summary>
    /// <param name="descriptor">Its number among the descriptors that the parent handed down.</param>
    public static (ReadPipe Output, WritePipe Input)? OpenOwn(int descriptor)
    {
        if (OwnDescriptors.Find(descriptor) is not { } handle || !IsInheritedPipe(handle))
        {
            return null;
        }

        var pipe = new SafePipeHandle(handle, ownsHandle: true);
        try
        {
            var stream = new NamedPipeClientStream(PipeDirection.InOut, isAsync: true, isConnected: true, pipe);
            // The children of this process must not inherit it.
            _ = Kernel32.SetHandleInformation(handle, HandleIsInherited, 0);
            return From(stream);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException)
        {
            // A pipe without overlapped I/O belongs to other code.
            pipe.SetHandleAsInvalid();
            return null;
        }
    }

    /// <summary>
    /// Closes a socket that Node sent with a message, which is open in this process by now. The message is answered with a rejection,
    /// but the connection would stay open as long as the socket is.
    /// </summary>
    private static void CloseSocket(byte[] protocolInfo)
    {
        try
        {
            new Socket(new SocketInformation { ProtocolInformation = protocolInfo, Options = SocketInformationOptions.NonBlocking }).Dispose();
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException or ObjectDisposedException)
        {
            // It doesn't describe a socket.
        }
    }

    /// <summary>Returns whether a handle is a pipe that came from the parent: handles that this process opens itself aren't inheritable.</summary>
    private static bool IsInheritedPipe(nint handle)
    {
        uint flags;
        return Kernel32.GetHandleInformation(handle, &flags) != 0 && (flags & HandleIsInherited) != 0
            && Kernel32.GetFileType(handle) == FileTypePipe;
    }
}
