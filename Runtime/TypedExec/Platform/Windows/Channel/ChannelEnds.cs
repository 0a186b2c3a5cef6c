using System.IO.Pipes;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;
using TypedExec.IO;
using TypedExec.Platform.Managed;
using TypedExec.Platform.Windows.Handles;

namespace TypedExec.Platform.Windows.Channel;

/// <summary>A channel of Node's on Windows: a named pipe that goes both ways, on which libuv's frames travel.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe class ChannelEnds
{
    private const uint FileTypePipe = 0x3;
    private const uint HandleIsInherited = 0x1;

    /// <summary>The two directions of one end.</summary>
    public static (ReadPipe Output, WritePipe Input) From(PipeStream pipe)
    {
        var (output, input) = PipePair.Directions(pipe);
        return (new FramedReadPipe(output, CloseSocket), new FramedWritePipe(input));
    }

    /// <summary>
    /// This process's own end of the channel to the parent that forked it; null, and nothing is done to it, where the
    /// descriptor is no overlapped pipe that this process was started with.
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
            // The children of this process shall not have it.
            _ = Kernel32.SetHandleInformation(handle, HandleIsInherited, 0);
            return From(stream);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException)
        {
            // A pipe, but none with overlapped I/O: it is somebody else's.
            pipe.SetHandleAsInvalid();
            return null;
        }
    }

    /// <summary>
    /// A socket that Node sends along is in this process by then. The message that says so is answered with a refusal, but as
    /// long as the socket is open here, its connection is.
    /// </summary>
    private static void CloseSocket(byte[] protocolInfo)
    {
        try
        {
            new Socket(new SocketInformation { ProtocolInformation = protocolInfo, Options = SocketInformationOptions.NonBlocking }).Dispose();
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException or ObjectDisposedException)
        {
            // It describes none.
        }
    }

    /// <summary>What this process opens itself is not to be inherited, and what came from its parent was.</summary>
    private static bool IsInheritedPipe(nint handle)
    {
        uint flags;
        return Kernel32.GetHandleInformation(handle, &flags) != 0 && (flags & HandleIsInherited) != 0
            && Kernel32.GetFileType(handle) == FileTypePipe;
    }
}
