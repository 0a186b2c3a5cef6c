using Microsoft.Win32.SafeHandles;
using TypedExec.IO;
using TypedExec.Requests;

namespace TypedExec.Platform;

/// <summary>The platform's backend with support for carried commands: signals reach the remote process.</summary>
internal sealed class CarryingBackend(IProcessBackend platform) : IProcessBackend
{
    public TimeProvider Time => platform.Time;

    public void Check(StartRequest request) => platform.Check(request);

    public (SafeFileHandle ReadEnd, SafeFileHandle WriteEnd) OpenPipe() => platform.OpenPipe();

    public (ReadPipe Output, WritePipe Input)? OpenChannel(int descriptor) => platform.OpenChannel(descriptor);

    public StartedChild Start(StartRequest request)
        => request.Carried is { } carried && carried.Command.Begin(carried.FileName) is { } start
            ? new CarriedChild(
                platform,
                request,
                start,
                platform.Start(request with { Argv = [request.Argv[0], .. carried.ToArguments(start.Arguments)] }))
            : platform.Start(request);

    public RunOutcome RunSync(SyncPlan plan)
    {
        foreach (var request in plan.Stages)
        {
            if (request.Carried is not null)
            {
                // The platform's own loop knows only processes of this machine.
                return new WaitDriver(this, plan).Run();
            }
        }

        return platform.RunSync(plan);
    }
}
