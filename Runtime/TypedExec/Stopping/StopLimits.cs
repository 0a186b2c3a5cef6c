namespace TypedExec.Stopping;

/// <summary>How one child is to be stopped: what its options say, with the defaults filled in.</summary>
/// <param name="KillSignal">The signal that asks it to end.</param>
/// <param name="KillDescendants">Whether signals go to its whole group, and what is left of the group is waited for.</param>
/// <param name="ForceKillAfter">How long after a stop SIGKILL follows; null for never.</param>
/// <param name="ForceKillAfterKill">The same after a call of <c>Kill</c>, which by itself forces nothing.</param>
/// <param name="DrainTimeout">How long after its exit its output may stay open; null for no limit.</param>
/// <param name="StoppedDrainTimeout">The same for one that was stopped.</param>
internal sealed record StopLimits(
    Signal KillSignal, bool KillDescendants, TimeSpan? ForceKillAfter, TimeSpan? ForceKillAfterKill, TimeSpan? DrainTimeout,
    TimeSpan? StoppedDrainTimeout);
