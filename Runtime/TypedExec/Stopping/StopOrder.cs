namespace TypedExec.Stopping;

/// <summary>The kinds of orders to a driver.</summary>
internal enum StopOrderKind
{
    /// <summary>Send the signal to the stage, or to its group.</summary>
    Signal,

    /// <summary>Report <see cref="StopPolicy.ForceKillDue"/> after this time, or earlier if that was ordered before.</summary>
    SetForceKill,

    /// <summary>Report <see cref="StopPolicy.DrainDue"/> after this time, or earlier if that was ordered before.</summary>
    SetDrain,

    /// <summary>Take what is in the pipes of the stage's outputs now, and close them.</summary>
    DropOutput,

    /// <summary>Report <see cref="StopPolicy.GroupEnded"/> when the stage's group is empty.</summary>
    WatchGroup,

    /// <summary>The stage can't be signaled and is no longer waited for.</summary>
    Abandon,

    /// <summary>The stage and its output have ended, and nothing more will be done to it.</summary>
    Close,

    /// <summary>The whole run has ended.</summary>
    Done,
}

/// <summary>One order of the policy to its driver.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Signal">The signal to send.</param>
/// <param name="After">How long to wait.</param>
internal readonly record struct StopOrder(StopOrderKind Kind, int Stage, Signal Signal = 0, TimeSpan After = default)
{
    public static StopOrder Send(int stage, Signal signal) => new(StopOrderKind.Signal, stage, signal);

    public static StopOrder ForceKill(int stage, TimeSpan after) => new(StopOrderKind.SetForceKill, stage, After: after);

    public static StopOrder Drain(int stage, TimeSpan after) => new(StopOrderKind.SetDrain, stage, After: after);

    public static StopOrder DropOutput(int stage) => new(StopOrderKind.DropOutput, stage);

    public static StopOrder WatchGroup(int stage) => new(StopOrderKind.WatchGroup, stage);

    public static StopOrder Abandon(int stage) => new(StopOrderKind.Abandon, stage);

    public static StopOrder Close(int stage) => new(StopOrderKind.Close, stage);

    public static StopOrder Done { get; } = new(StopOrderKind.Done, 0);
}
