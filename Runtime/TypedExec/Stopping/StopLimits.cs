namespace TypedExec.Stopping;

/// <summary>How one child is stopped: its options, completed with the defaults.</summary>
/// <param name="KillSignal">The signal that asks it to end.</param>
/// <param name="KillDescendants">True if signals go to its whole group, and the rest of the group is waited for.</param>
/// <param name="ForceKillAfter">How long after a stop SIGKILL follows, or null for never.</param>
/// <param name="ForceKillAfterKill">The same after a call of <c>Kill</c>, which by itself forces nothing.</param>
/// <param name="DrainTimeout">How long after its exit its output may stay open, or null for no limit.</param>
/// <param name="StoppedDrainTimeout">The same for a child that was stopped.</param>
internal sealed record StopLimits(
    Signal KillSignal, bool KillDescendants, TimeSpan? ForceKillAfter, TimeSpan? ForceKillAfterKill, TimeSpan? DrainTimeout,
    TimeSpan? StoppedDrainTimeout);
