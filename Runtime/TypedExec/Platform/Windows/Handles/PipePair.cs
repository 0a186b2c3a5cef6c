using System.IO.Pipes;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;
using TypedExec.IO;
using TypedExec.Platform.Managed;

namespace TypedExec.Platform.Windows.Handles;

/// <summary>
/// A named pipe, as only those can be waited for without a thread. Nobody else can open it, as it has one instance and an
/// unknown name.
/// </summary>
/// <param name="Server">The parent's end.</param>
/// <param name="Client">The child's end.</param>
[SupportedOSPlatform("windows")]
internal readonly record struct PipePair(NamedPipeServerStream Server, nint Client)
{
    private const int BufferSize = 64 * 1024;

    /// <param name="direction">What the parent does with it.</param>
    /// <param name="isOverlapped">Whether the child's end has overlapped I/O.</param>
    /// <exception cref="SpawnFailureException">The kernel refuses.</exception>
    public static PipePair Create(PipeDirection direction, bool isOverlapped)
    {
        var name = $"typedexec-{Environment.ProcessId}-{Guid.NewGuid():N}";
        NamedPipeServerStream server;
        try
        {
            server = new NamedPipeServerStream(
                name, direction, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.FirstPipeInstance, BufferSize, BufferSize);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SpawnFailureException(Errno.EMFILE, "CreateNamedPipe", hint: exception.Message);
        }

        nint client = -1;
        try
        {
            client = HandleOpening.OpenPipe($@"\\.\pipe\{name}", direction, isOverlapped);
            server.WaitForConnection();
            return new PipePair(server, client);
        }
        catch
        {
            server.Dispose();
            if (client != -1)
            {
                _ = Kernel32.CloseHandle(client);
            }

            throw;
        }
    }

    /// <summary>The two directions of an end that goes both ways, which is closed with the second of them.</summary>
    public static (ReadPipe Output, WritePipe Input) Directions(PipeStream pipe)
    {
        var handle = pipe.SafePipeHandle;
        var shared = new SharedEnd(pipe);
        return (new PolledReadPipe(pipe, () => IsEmpty(handle), shared), new StreamWritePipe(pipe, shared));
    }

    private static unsafe bool IsEmpty(SafePipeHandle pipe)
    {
        try
        {
            uint available;
            return Kernel32.PeekNamedPipe(pipe, null, 0, null, &available, null) == 0 || available == 0;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }
}
