using TypedExec.Remote.Failures;

namespace TypedExec.Remote.Carrying;

/// <summary>A carrier that knows how its remote side is reached: how the command travels, how signals follow it, and how the carrier fails.</summary>
internal interface ITransport : ICarrier
{
    /// <summary>Whether the command runs on this machine, in the directory of the carrier.</summary>
    bool IsHere => false;

    /// <summary>The arguments as people are shown them: what one would type.</summary>
    IReadOnlyList<string> Show(FarCommand far);

    /// <summary>What is really started, so that signals can follow.</summary>
    /// <param name="program">The carrier's program.</param>
    /// <param name="far">The command as the remote side gets it.</param>
    /// <param name="inner">The same, when it is itself carried: how its own remote process is signalled.</param>
    /// <param name="token">The name of this run.</param>
    Supervised Supervise(string program, FarCommand far, Supervised inner, RunToken token);

    /// <summary>What was wrong with the carrier itself; null where the command has failed.</summary>
    CarrierFailure? Explain(FailedRun run);
}
