using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;
using TypedExec.Platform.Portable;

namespace TypedExec.Platform.Windows;

/// <summary>Pipelines of children of CreateProcess, connected by the kernel's pipes.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class WindowsPipelines(IProcessBackend backend) : CapturedPipelines(backend)
{
    /// <summary>Neither end is inheritable: the copies are that the stages get.</summary>
    public override (SafeFileHandle ReadEnd, SafeFileHandle WriteEnd) OpenPipe()
    {
        nint readEnd;
        nint writeEnd;
        return Kernel32.CreatePipe(&readEnd, &writeEnd, null, 64 * 1024) != 0
            ? (new SafeFileHandle(readEnd, ownsHandle: true), new SafeFileHandle(writeEnd, ownsHandle: true))
            : throw WindowsErrno.Failure(Kernel32.LastError, "CreatePipe");
    }
}
