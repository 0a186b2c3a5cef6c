using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;
using TypedExec.IO;
using TypedExec.Platform.Windows.Channel;
using TypedExec.Platform.Windows.Handles;
using TypedExec.Requests;

namespace TypedExec.Platform.Windows;

/// <summary>Children by CreateProcess, named pipes and job objects. See docs/windows.md.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsBackend : IProcessBackend
{
    public void Check(StartRequest request) => WindowsRefusals.Check(request);

    public StartedChild Start(StartRequest request)
    {
        using var handles = ChildHandles.Open(request.Stdio, request.Terminal);
        Job? job = null;
        try
        {
            job = request.KillGroup || request.Options.KillOnParentExit
                ? Job.Create(killOnClose: request.Options.KillOnParentExit)
                : null;
            var process = ProcessCreation.StartSuspended(request, handles);
            return Resume(process, job, handles);
        }
        catch
        {
            job?.Dispose();
            handles.CloseParentEnds();
            throw;
        }
    }

    /// <summary>Neither end is inheritable: the stages get copies that are.</summary>
    public unsafe (SafeFileHandle ReadEnd, SafeFileHandle WriteEnd) OpenPipe()
    {
        nint readEnd;
        nint writeEnd;
        return Kernel32.CreatePipe(&readEnd, &writeEnd, null, 64 * 1024) != 0
            ? (new SafeFileHandle(readEnd, ownsHandle: true), new SafeFileHandle(writeEnd, ownsHandle: true))
            : throw WindowsErrno.Failure(Kernel32.LastError, "CreatePipe");
    }

    public (ReadPipe Output, WritePipe Input)? OpenChannel(int descriptor) => ChannelEnds.OpenOwn(descriptor);

    /// <summary>Lets a process run that is where it belongs.</summary>
    private static WindowsChild Resume(ProcessInformation process, Job? job, ChildHandles handles)
    {
        var handle = new SafeProcessHandle(process.Process, ownsHandle: true);
        try
        {
            job?.Assign(process.Process);
            _ = Kernel32.ResumeThread(process.Thread);
            return new WindowsChild((int)process.ProcessId, handle, job, handles);
        }
        catch
        {
            _ = Kernel32.TerminateProcess(process.Process, 1);
            handle.Dispose();
            throw;
        }
        finally
        {
            _ = Kernel32.CloseHandle(process.Thread);
        }
    }
}
