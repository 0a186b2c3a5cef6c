namespace TypedExec.Stopping;

/// <summary>What a driver has to do.</summary>
internal enum StopOrderKind
{
    /// <summary>Send the signal to the stage, or to its group.</summary>
    Signal,

    /// <summary>Report <see cref="StopPolicy.ForceKillDue"/> after this time, or earlier where that was ordered before.</summary>
    SetForceKill,

    /// <summary>Report <see cref="StopPolicy.DrainDue"/> after this time, or earlier where that was ordered before.</summary>
    SetDrain,

    /// <summary>Take what is in the pipes of the stage's outputs at this moment, and close them.</summary>
    DropOutput,

    /// <summary>Report <see cref="StopPolicy.GroupEnded"/> when nobody is left in the stage's group.</summary>
    WatchGroup,

    /// <summary>The stage may not be signalled: it is not waited for any longer.</summary>
    LetGo,

    /// <summary>The stage and its output have ended, and nothing more is to be done to it.</summary>
    Close,

    /// <summary>The whole run has ended.</summary>
    Done,
}

/// <summary>One order of the policy to its driver.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Stage">To which stage.</param>
/// <param name="Signal">The signal to be sent.</param>
/// <param name="After">How long to wait.</param>
internal readonly record struct StopOrder(StopOrderKind Kind, int Stage, Signal Signal = 0, TimeSpan After = default)
{
    public static StopOrder Send(int stage, Signal signal) => new(StopOrderKind.Signal, stage, signal);

    public static StopOrder ForceKill(int stage, TimeSpan after) => new(StopOrderKind.SetForceKill, stage, After: after);

    public static StopOrder Drain(int stage, TimeSpan after) => new(StopOrderKind.SetDrain, stage, After: after);

    public static StopOrder DropOutput(int stage) => new(StopOrderKind.DropOutput, stage);

    public static StopOrder WatchGroup(int stage) => new(StopOrderKind.WatchGroup, stage);

    public static StopOrder LetGo(int stage) => new(StopOrderKind.LetGo, stage);

    public static StopOrder Close(int stage) => new(StopOrderKind.Close, stage);

    public static StopOrder Done { get; } = new(StopOrderKind.Done, 0);
}
