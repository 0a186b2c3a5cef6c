using TypedExec.IO;
using TypedExec.Requests;

namespace TypedExec.Platform;

/// <summary>How a platform starts children: all that the rest of the runtime knows of it.</summary>
internal interface IProcessBackend
{
    /// <summary>What it can do for pipelines.</summary>
    IPipelineBackend Pipelines { get; }

    /// <summary>Refuses what this backend cannot do, before anything is started.</summary>
    /// <exception cref="PlatformNotSupportedException">It cannot serve the request; the message names the option.</exception>
    void Check(StartRequest request)
    {
    }

    /// <summary>Starts a child.</summary>
    /// <exception cref="SpawnFailureException">It could not be started; nothing is left open or running.</exception>
    StartedChild Start(StartRequest request);

    /// <summary>Runs a child to its end on the caller's thread.</summary>
    /// <exception cref="SpawnFailureException">It could not be started; nothing is left open or running.</exception>
    SyncOutcome RunSync(StartRequest request, SyncLimits limits);

    /// <summary>This process's own end of the channel to the parent that forked it.</summary>
    (ReadPipe Output, WritePipe Input) OpenChannel(int descriptor);
}
