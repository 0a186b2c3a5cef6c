using System.IO.Pipes;
using Microsoft.Win32.SafeHandles;
using TypedExec.IO;
using TypedExec.Requests;

namespace TypedExec.Platform.Portable;

/// <summary>
/// Starts children with <see cref="System.Diagnostics.Process"/>: for macOS and other Unix systems, and for Linux if the
/// environment variable <c>TYPEDEXEC_BACKEND</c> selects it. See docs/portable.md.
/// </summary>
internal sealed class PortableBackend : IProcessBackend
{
    public void Check(StartRequest request) => PortableRefusals.Check(request);

    public StartedChild Start(StartRequest request) => PortableSpawn.Start(request);

    /// <summary>
    /// <see cref="System.Diagnostics.Process"/> accepts no descriptors of ours. So there is a pipe between two stages, and this
    /// process copies from one stage into it and out of it into the next.
    /// </summary>
    public (SafeFileHandle ReadEnd, SafeFileHandle WriteEnd) OpenPipe()
    {
        try
        {
            using var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.None);
            return (Take(pipe.SafePipeHandle), Take(pipe.ClientSafePipeHandle));
        }
        catch (IOException exception)
        {
            throw new SpawnFailureException(ErrnoOfException.From(exception), "pipe");
        }
    }

    public (ReadPipe Output, WritePipe Input)? OpenChannel(int descriptor)
        => ChannelSocket.IsChannel(descriptor) ? ChannelSocket.Ends(descriptor) : null;

    /// <summary>Takes the descriptor from its owner.</summary>
    private static SafeFileHandle Take(SafePipeHandle handle)
    {
        var taken = new SafeFileHandle(handle.DangerousGetHandle(), ownsHandle: true);
        handle.SetHandleAsInvalid();
        return taken;
    }
}
