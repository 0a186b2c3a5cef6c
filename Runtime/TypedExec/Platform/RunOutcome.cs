using TypedExec.IO;
using TypedExec.Stopping;

namespace TypedExec.Platform;

/// <summary>How a run of one or more stages ended, whichever driver ran it.</summary>
internal sealed class RunOutcome
{
    /// <summary>Gets the stages that were started, in order.</summary>
    public required StageOutcome[] Stages { get; init; }

    /// <summary>Gets why it was stopped.</summary>
    public StopReason Reason { get; init; }

    /// <summary>Gets the stage that was the reason, or null for the whole run.</summary>
    public int? ReasonStage { get; init; }

    /// <summary>Gets the errno of a kill that was refused, or 0.</summary>
    public int RefusedErrno { get; init; }

    /// <summary>Gets the start failure, or the failure of the run itself, or null.</summary>
    public Exception? Failure { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>Removes its captured output from the budget of all runs, because its result has been created.</summary>
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
/// <param name="Pid">Its process ID.</param>
/// <param name="Status">Its exit status; neither code nor signal if it isn't known.</param>
/// <param name="Output">The captured output of each stdio entry, or null.</param>
/// <param name="Killed">True if a signal was sent to it.</param>
/// <param name="Tails">The end of each stdio entry that was read but not captured; otherwise null.</param>
internal readonly record struct StageOutcome(int Pid, ExitStatus Status, OutputBuffer?[] Output, bool Killed, OutputTail?[]? Tails = null);
