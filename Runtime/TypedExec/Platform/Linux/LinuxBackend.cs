using Microsoft.Win32.SafeHandles;
using TypedExec.IO;
using TypedExec.Platform.Linux.JobControl;
using TypedExec.Platform.Linux.Trampoline;
using TypedExec.Requests;

namespace TypedExec.Platform.Linux;

/// <summary>Starts children with posix_spawn, pidfd and epoll.</summary>
internal sealed class LinuxBackend : IProcessBackend
{
    /// <summary>
    /// Both ends are blocking, as programs expect, and close-on-exec, so that only dup2 in a stage passes one on.
    /// </summary>
    public unsafe (SafeFileHandle ReadEnd, SafeFileHandle WriteEnd) OpenPipe()
    {
        var ends = stackalloc int[2];
        return LibC.Pipe2(ends, Constants.O_CLOEXEC) == 0
            ? (new SafeFileHandle(ends[0], ownsHandle: true), new SafeFileHandle(ends[1], ownsHandle: true))
            : throw new SpawnFailureException(LibC.LastErrno, "pipe2");
    }

    public void Check(StartRequest request) => UserIds.Check(request.Options);

    public StartedChild Start(StartRequest request)
    {
        // Everything that a child needs while it runs exists before it does, so nothing can fail between its start and its watch.
        EventLoop.Start();
        using var descriptors = ChildDescriptors.Open(request.Stdio, request.Terminal);
        var pipes = new ParentPipes(request.Stdio, descriptors);
        try
        {
            return new LinuxChild(Spawn(request, descriptors), pipes);
        }
        catch
        {
            pipes.Close();
            throw;
        }
    }

    public RunOutcome RunSync(SyncPlan plan) => new PollDriver(this, plan).Run();

    public (ReadPipe Output, WritePipe Input)? OpenChannel(int descriptor)
    {
        if (!SocketPipes.IsChannel(descriptor))
        {
            return null;
        }

        _ = Descriptor.SetNonBlocking(descriptor);
        // The children of this process must not hold the channel open.
        _ = LibC.Fcntl(descriptor, Constants.F_SETFD, Constants.FD_CLOEXEC);
        try
        {
            return SocketPipes.Create(descriptor);
        }
        catch (SpawnFailureException failure)
        {
            throw new IOException(failure.Message);
        }
    }

    /// <summary>Starts the child, gives it its descriptors, and watches it.</summary>
    /// <exception cref="SpawnFailureException">The child couldn't be started; nothing is left open or running.</exception>
    internal static ExitWatch Spawn(StartRequest request, ChildDescriptors descriptors)
    {
        Watchdog? watchdog = null;
        TerminalUse? terminal = null;
        ChildSignal.EnsureDefault();
        if (request.Terminal is not null)
        {
            request = request with { TerminalPath = descriptors.TerminalPath };
        }

        try
        {
            if (request.Options.KillOnParentExit)
            {
                watchdog = Watchdog.Start(leadsGroup: request.Terminal is null);
                request = request with { Group = watchdog.Group };
            }

            terminal = TerminalUse.Create(request, descriptors, out var foreground);
            if (foreground is not null)
            {
                request = request with { ForegroundOf = foreground };
            }

            var pid = UserIds.From(request.Options) is { } ids
                ? TrampolineSpawn.Start(request, ids, descriptors)
                : PosixSpawn.Start(request, descriptors);
            watchdog?.Guard(pid);
            // Closing the child's ends first frees numbers for what the parent still has to open.
            descriptors.Dispose();
            var leadsGroup = watchdog is null ? request.KillGroup : watchdog.Group is null;
            var exit = new ExitWatch(pid, reapsAtRelease: leadsGroup, watchdog, leadsSession: request.Terminal is not null, terminal);
            terminal?.Start(exit);
            return exit;
        }
        catch
        {
            terminal?.End();
            watchdog?.Dismiss();
            descriptors.CloseParentEnds();
            throw;
        }
    }
}
