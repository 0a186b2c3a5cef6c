namespace TypedExec.Stopping;

/// <summary>
/// Decides when and how a run of one or more stages is stopped, and when it has ended. It has no clock, lock, thread or process:
/// a driver reports facts and carries out the resulting orders, in order.
/// </summary>
/// <remarks>
/// <para>A stop asks first. The kill signal is sent, output is still read, and the child's exit ends the wait. Only a child that
/// was asked and hasn't exited in time gets SIGKILL. Output that descendants hold open after that delays a stopped run for a
/// short time.</para>
/// <para>Not thread-safe: the driver reports one fact at a time.</para>
/// </remarks>
internal sealed class StopPolicy
{
    /// <summary>The only orders for a child that isn't stopped.</summary>
    private static readonly StopOrder[] CloseOnlyStage = [StopOrder.Close(0), StopOrder.Done];

    private readonly Stage[] _stages;

    /// <param name="limits">How each stage is stopped.</param>
    public StopPolicy(params ReadOnlySpan<StopLimits> limits)
    {
        _stages = new Stage[limits.Length];
        for (var i = 0; i < limits.Length; i++)
        {
            _stages[i].Limits = limits[i];
        }
    }

    /// <summary>Gets whether the whole run has ended.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Gets why the run was stopped, or <see cref="StopReason.None"/>.</summary>
    public StopReason Reason { get; private set; }

    /// <summary>Gets the stage that was the reason, or null for the whole run.</summary>
    public int? ReasonStage { get; private set; }

    /// <summary>Gets the errno of a kill that was refused, or 0.</summary>
    public int RefusedErrno { get; private set; }

    /// <summary>Returns whether nothing more will be ordered for a stage.</summary>
    public bool IsClosed(int stage) => _stages[stage].State == StageState.Closed;

    /// <summary>Reports that a stage was started.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="outputs">The number of its outputs that will end.</param>
    public StopOrder[] Started(int stage, int outputs)
    {
        ref var started = ref _stages[stage];
        started.State = StageState.Running;
        started.OpenOutputs = outputs;
        if (Reason == StopReason.None)
        {
            return [];
        }

        var orders = new List<StopOrder>();
        StopStage(stage, started.Limits.ForceKillAfter, orders);
        return [.. orders];
    }

    /// <summary>Reports that a stage couldn't be started. No stage after it is tried, and those before it are stopped.</summary>
    public StopOrder[] StartFailed(int stage)
    {
        for (var i = stage; i < _stages.Length; i++)
        {
            _stages[i].State = StageState.Closed;
        }

        return Stop(StopReason.StartFailed, stage);
    }

    /// <summary>Reports a reason to stop all stages.</summary>
    /// <param name="reason">The reason, which is noted if it is the first.</param>
    /// <param name="stage">The stage that is the reason, or null for the whole run.</param>
    /// <param name="forceKillAfter">When SIGKILL follows, or null to use the options.</param>
    public StopOrder[] Stop(StopReason reason, int? stage = null, TimeSpan? forceKillAfter = null)
    {
        if (IsDone)
        {
            return [];
        }

        var isFirst = Reason == StopReason.None;
        if (isFirst)
        {
            (Reason, ReasonStage) = (reason, stage);
        }

        var orders = new List<StopOrder>();
        for (var i = 0; i < _stages.Length; i++)
        {
            var force = forceKillAfter is null ? _stages[i].Limits.ForceKillAfter
                : forceKillAfter == Timeout.InfiniteTimeSpan ? null : forceKillAfter;
            if (isFirst)
            {
                StopStage(i, force, orders);
            }
            else
            {
                SetForceKill(i, force, orders);
            }
        }

        AddDone(orders);
        return [.. orders];
    }

    /// <summary>Reports, before it happens, that a call of <c>Kill</c> sends a signal that is meant to end a stage.</summary>
    public StopOrder[] Killing(int stage)
    {
        var orders = new List<StopOrder>();
        SetForceKill(stage, _stages[stage].Limits.ForceKillAfterKill, orders);
        return [.. orders];
    }

    /// <summary>Reports that a stage has exited and that everybody who needs to know has been notified.</summary>
    public StopOrder[] Exited(int stage)
    {
        ref var exited = ref _stages[stage];
        if (exited.State != StageState.Running)
        {
            return [];
        }

        exited.State = StageState.Exited;
        return exited.OpenOutputs == 0 ? TryClose(stage)
            : (Reason == StopReason.None ? exited.Limits.DrainTimeout : exited.Limits.StoppedDrainTimeout) is { } drain
                ? [StopOrder.Drain(stage, drain)]
            : [];
    }

    /// <summary>Reports that one of a stage's outputs has ended.</summary>
    public StopOrder[] OutputEnded(int stage)
    {
        ref var ended = ref _stages[stage];
        ended.OpenOutputs--;
        return ended is { State: StageState.Exited, OpenOutputs: 0 } ? TryClose(stage) : [];
    }

    /// <summary>Reports that an ordered signal can't be sent.</summary>
    public StopOrder[] KillRefused(int stage, int errno)
    {
        ref var refused = ref _stages[stage];
        if (refused.IsLetGo || refused.State == StageState.Closed)
        {
            return [];
        }

        RefusedErrno = RefusedErrno == 0 ? errno : RefusedErrno;
        refused.IsLetGo = true;
        var orders = new List<StopOrder> { StopOrder.Abandon(stage) };
        AddDone(orders);
        return [.. orders];
    }

    /// <summary>Reports that the time of <see cref="StopOrderKind.SetForceKill"/> has passed.</summary>
    public StopOrder[] ForceKillDue(int stage)
    {
        ref var forced = ref _stages[stage];
        if (!forced.IsForceSet || forced.IsForced || !IsReachable(forced))
        {
            return [];
        }

        forced.IsForced = true;
        return forced.IsWatchingGroup
            ? [StopOrder.Send(stage, Signal.SIGKILL), .. Close(stage)]
            : [StopOrder.Send(stage, Signal.SIGKILL)];
    }

    /// <summary>Reports that the time of <see cref="StopOrderKind.SetDrain"/> has passed.</summary>
    public StopOrder[] DrainDue(int stage)
        => _stages[stage] is { State: StageState.Exited, OpenOutputs: > 0 } ? [StopOrder.DropOutput(stage)] : [];

    /// <summary>Reports that the group of <see cref="StopOrderKind.WatchGroup"/> is empty.</summary>
    public StopOrder[] GroupEnded(int stage)
        => _stages[stage] is { State: StageState.Exited, IsWatchingGroup: true } ? Close(stage) : [];

    /// <summary>Returns whether a signal still reaches a child that is running, or members of its group.</summary>
    private static bool IsReachable(in Stage stage)
        => stage.State == StageState.Running || (stage.State == StageState.Exited && stage.Limits.KillDescendants);

    private void StopStage(int stage, TimeSpan? forceKillAfter, List<StopOrder> orders)
    {
        ref var stopped = ref _stages[stage];
        if (stopped.State is not (StageState.Running or StageState.Exited))
        {
            return;
        }

        if (IsReachable(stopped))
        {
            // Set first, because some of the group may outlive a child that the signal ends immediately.
            SetForceKill(stage, forceKillAfter, orders);
            orders.Add(StopOrder.Send(stage, stopped.Limits.KillSignal));
            if (EndingSignals.IsToEnd(stopped.Limits.KillSignal))
            {
                // A child that has stopped itself would never see the other signal.
                orders.Add(StopOrder.Send(stage, Signal.SIGCONT));
            }
        }

        if (stopped is { State: StageState.Exited, OpenOutputs: > 0, Limits.StoppedDrainTimeout: { } drain })
        {
            orders.Add(StopOrder.Drain(stage, drain));
        }
    }

    private void SetForceKill(int stage, TimeSpan? after, List<StopOrder> orders)
    {
        ref var forced = ref _stages[stage];
        if (after is { } time && !forced.IsForced && IsReachable(forced))
        {
            forced.IsForceSet = true;
            orders.Add(StopOrder.ForceKill(stage, time));
        }
    }

    /// <summary>The rest of a group that was asked to end gets the same time as the child, and no more.</summary>
    private StopOrder[] TryClose(int stage)
    {
        ref var ended = ref _stages[stage];
        if (ended is { IsForceSet: true, IsForced: false, Limits.KillDescendants: true })
        {
            ended.IsWatchingGroup = true;
            return [StopOrder.WatchGroup(stage)];
        }

        return Close(stage);
    }

    private StopOrder[] Close(int stage)
    {
        _stages[stage].State = StageState.Closed;
        if (_stages.Length == 1 && !IsDone)
        {
            IsDone = true;
            return CloseOnlyStage;
        }

        var orders = new List<StopOrder> { StopOrder.Close(stage) };
        AddDone(orders);
        return [.. orders];
    }

    private void AddDone(List<StopOrder> orders)
    {
        if (!IsDone && Array.TrueForAll(_stages, static stage => stage.IsLetGo || stage.State == StageState.Closed))
        {
            IsDone = true;
            orders.Add(StopOrder.Done);
        }
    }

    private enum StageState
    {
        Waiting,
        Running,
        Exited,
        Closed,
    }

    private struct Stage
    {
        public StopLimits Limits;
        public StageState State;
        public int OpenOutputs;
        public bool IsForceSet;
        public bool IsForced;
        public bool IsWatchingGroup;
        public bool IsLetGo;
    }
}
