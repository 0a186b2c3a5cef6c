using TypedExec.IO;
using TypedExec.Starting;

namespace TypedExec.Platform.Linux;

/// <summary>Children by posix_spawn, pidfd and epoll.</summary>
internal sealed class LinuxBackend : IProcessBackend
{
    public IPipelineBackend Pipelines => LinuxPipelines.Instance;

    public StartedChild Start(StartRequest request)
    {
        using var descriptors = ChildDescriptors.Open(request.Stdio);
        var pid = Spawn(request, descriptors);
        // Closing the child's ends first leaves numbers for what the parent still has to open.
        descriptors.Dispose();
        return new LinuxChild(pid, request, descriptors);
    }

    public SyncOutcome RunSync(StartRequest request, SyncLimits limits)
    {
        using var descriptors = ChildDescriptors.Open(request.Stdio);
        var pid = Spawn(request, descriptors);
        descriptors.Dispose();
        return new SyncLoop(pid, request, descriptors, limits).Run();
    }

    public (ReadEnd Output, WriteEnd Input) OpenChannel(int descriptor)
    {
        Descriptor.SetNonBlocking(descriptor);
        // The children of this process shall not hold the channel open.
        _ = LibC.Fcntl(descriptor, Constants.F_SETFD, Constants.FD_CLOEXEC);
        return SocketEnds.Of(descriptor);
    }

    internal static int Spawn(StartRequest request, ChildDescriptors descriptors)
    {
        try
        {
            return request.Uid is null && request.Gid is null
                ? PosixSpawn.Start(request, descriptors)
                : Credentials.Run(request.Uid, request.Gid, () => PosixSpawn.Start(request, descriptors));
        }
        catch
        {
            descriptors.CloseParentEnds();
            throw;
        }
    }
}
