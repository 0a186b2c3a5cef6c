using TypedExec.IO;
using TypedExec.Stopping;

namespace TypedExec.Platform;

/// <summary>How a run of one or more stages ended, whoever drove it.</summary>
internal sealed class RunOutcome
{
    /// <summary>The stages that were started, in order.</summary>
    public required StageOutcome[] Stages { get; init; }

    /// <summary>Why it was stopped.</summary>
    public StopReason Reason { get; init; }

    /// <summary>The stage that was the reason; null for the whole.</summary>
    public int? ReasonStage { get; init; }

    /// <summary>The errno of a kill that was refused, or 0.</summary>
    public int RefusedErrno { get; init; }

    /// <summary>What could not be started, or what failed of the run's own; null for neither.</summary>
    public Exception? Failure { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>Its result was made: what it has captured counts no more against the budget of all runs.</summary>
    public void LeaveBudget()
    {
        foreach (var stage in Stages)
        {
            foreach (var buffer in stage.Output)
            {
                buffer?.LeaveBudget();
            }
        }
    }
}

/// <summary>How one stage ended.</summary>
/// <param name="Pid">Its pid.</param>
/// <param name="Status">How it ended; neither code nor signal where that is not known.</param>
/// <param name="Output">For each entry of stdio what was captured of it, or null.</param>
/// <param name="Killed">Whether it was sent a signal.</param>
/// <param name="Tails">For each entry of stdio that was read and not captured, its end; else null.</param>
internal readonly record struct StageOutcome(int Pid, ExitStatus Status, OutputBuffer?[] Output, bool Killed, OutputTail?[]? Tails = null);
