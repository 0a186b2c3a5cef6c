using TypedExec.Remote.Failures;

namespace TypedExec.Remote.Carrying;

/// <summary>A carrier that controls how the command is passed on, how signals reach it, and how the carrier's own failures are recognized.</summary>
internal interface ITransport : ICarrier
{
    /// <summary>Whether the command runs on this machine, in the directory of the carrier.</summary>
    bool IsHere => false;

    /// <summary>The arguments for display, as you would type them.</summary>
    IReadOnlyList<string> Show(FarCommand far);

    /// <summary>What is actually started, so that signals reach the command.</summary>
    /// <param name="program">The carrier's program.</param>
    /// <param name="far">The command as the remote side receives it.</param>
    /// <param name="inner">The same for a command that is itself carried: how its remote process is signaled.</param>
    /// <param name="token">The name of this run.</param>
    Supervised Supervise(string program, FarCommand far, Supervised inner, RunToken token);

    /// <summary>The carrier's own failure, or null if the command failed.</summary>
    CarrierFailure? Explain(FailedRun run);
}
