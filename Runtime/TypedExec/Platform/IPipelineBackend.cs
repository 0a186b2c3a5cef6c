using Microsoft.Win32.SafeHandles;
using TypedExec.Requests;

namespace TypedExec.Platform;

/// <summary>What a platform can do for pipelines, whose children are connected by pipes of the kernel.</summary>
internal interface IPipelineBackend
{
    /// <summary>A pipe between two children; neither end is inherited by any other.</summary>
    /// <exception cref="SpawnFailureException">The kernel refuses.</exception>
    (SafeFileHandle ReadEnd, SafeFileHandle WriteEnd) OpenPipe();

    /// <summary>Runs connected children to their end on the caller's thread.</summary>
    /// <param name="stages">The children in order, without the pipes between them.</param>
    /// <param name="timeout">How long they may run; null for no limit.</param>
    /// <param name="limits">The first one's input, and the limit of each output.</param>
    PipelineSyncOutcome RunSync(IReadOnlyList<StartRequest> stages, TimeSpan? timeout, SyncLimits limits);
}

/// <summary>How a pipeline that was run on the caller's thread ended.</summary>
internal sealed class PipelineSyncOutcome
{
    public required ExitStatus[] Statuses { get; init; }

    public required byte[] Stdout { get; init; }

    public required byte[][] Stderrs { get; init; }

    public bool TimedOut { get; init; }

    /// <summary>The stage, and the descriptor of it, that wrote more than <c>MaxBuffer</c> bytes.</summary>
    public (int Stage, int Descriptor)? Overflowed { get; init; }

    /// <summary>Why a stage could not be started; those before it have been ended.</summary>
    public SpawnFailureException? Failure { get; init; }

    public int FailedStage { get; init; }
}
