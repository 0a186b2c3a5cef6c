using System.IO.Pipes;
using Microsoft.Win32.SafeHandles;

namespace TypedExec.Platform.Portable;

/// <summary>
/// Pipelines of children of <see cref="System.Diagnostics.Process"/>, which takes no descriptor of ours: between two stages
/// there is a pipe, and this process copies from the one into it and out of it into the other.
/// </summary>
internal sealed class PortablePipelines(IProcessBackend backend) : CapturedPipelines(backend)
{
    public override (SafeFileHandle ReadEnd, SafeFileHandle WriteEnd) OpenPipe()
    {
        try
        {
            using var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.None);
            return (Take(pipe.SafePipeHandle), Take(pipe.ClientSafePipeHandle));
        }
        catch (IOException exception)
        {
            throw new SpawnFailureException(IOErrno.Of(exception), "pipe");
        }
    }

    /// <summary>Takes the descriptor away from its owner.</summary>
    private static SafeFileHandle Take(SafePipeHandle handle)
    {
        var taken = new SafeFileHandle(handle.DangerousGetHandle(), ownsHandle: true);
        handle.SetHandleAsInvalid();
        return taken;
    }
}
