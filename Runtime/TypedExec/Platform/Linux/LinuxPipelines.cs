using Microsoft.Win32.SafeHandles;
using TypedExec.Requests;

namespace TypedExec.Platform.Linux;

/// <summary>Pipelines of children of posix_spawn.</summary>
internal sealed unsafe class LinuxPipelines : IPipelineBackend
{
    public static LinuxPipelines Instance { get; } = new();

    /// <summary>Both ends are blocking, as programs expect, and close-on-exec, so that only dup2 in a stage passes one on.</summary>
    public (SafeFileHandle ReadEnd, SafeFileHandle WriteEnd) OpenPipe()
    {
        var ends = stackalloc int[2];
        return LibC.Pipe2(ends, Constants.O_CLOEXEC) == 0
            ? (new SafeFileHandle(ends[0], ownsHandle: true), new SafeFileHandle(ends[1], ownsHandle: true))
            : throw new SpawnFailureException(LibC.LastErrno, "pipe2");
    }

    public PipelineSyncOutcome RunSync(IReadOnlyList<StartRequest> stages, TimeSpan? timeout, SyncLimits limits)
    {
        var started = new List<SyncStage>(stages.Count);
        SpawnFailureException? failure = null;
        using var links = new PipeLinks(OpenPipe);
        try
        {
            for (var i = 0; i < stages.Count; i++)
            {
                started.Add(links.Start(stages[i], i == stages.Count - 1, request => Start(request, limits)));
            }
        }
        catch (SpawnFailureException exception)
        {
            failure = exception;
        }

        return new SyncPipelineLoop(started, failure, timeout, limits.Input).Run();
    }

    private static SyncStage Start(StartRequest request, SyncLimits limits)
    {
        using var descriptors = ChildDescriptors.Open(request.Stdio);
        return new SyncStage(LinuxBackend.Spawn(request, descriptors), request, descriptors, limits.MaxBuffer);
    }
}
