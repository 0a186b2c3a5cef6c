namespace TypedExec.Stopping;

/// <summary>
/// Decides when and how a run of one or more stages is stopped, and when it has ended. It knows no clock, lock, thread or
/// process: a driver reports facts and carries out the orders that each of them gives, in their order.
/// </summary>
/// <remarks>
/// <para>To stop is to ask first. The kill signal is sent, output is read on, and the child's exit ends the wait; only
/// what was asked and has not ended in time gets SIGKILL. Output that descendants hold open after that delays a stopped
/// run for a short time.</para>
/// <para>Not thread-safe: the driver reports one fact at a time.</para>
/// </remarks>
internal sealed class StopPolicy
{
    /// <summary>The only orders that a child which is not stopped ever gives.</summary>
    private static readonly StopOrder[] CloseOnlyStage = [StopOrder.Close(0), StopOrder.Done];

    private readonly Stage[] _stages;

    /// <param name="limits">How each stage is to be stopped.</param>
    public StopPolicy(params ReadOnlySpan<StopLimits> limits)
    {
        _stages = new Stage[limits.Length];
        for (var i = 0; i < limits.Length; i++)
        {
            _stages[i].Limits = limits[i];
        }
    }

    /// <summary>Whether the whole run has ended.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Why the run was stopped, or <see cref="StopReason.None"/>.</summary>
    public StopReason Reason { get; private set; }

    /// <summary>The stage that was the reason; null where the whole run was.</summary>
    public int? ReasonStage { get; private set; }

    /// <summary>The errno of a kill that was refused, or 0.</summary>
    public int RefusedErrno { get; private set; }

    /// <summary>Whether nothing more will be ordered for a stage.</summary>
    public bool IsClosed(int stage) => _stages[stage].State == StageState.Closed;

    /// <summary>A stage was started.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="outputs">How many outputs it has that will end.</param>
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

    /// <summary>A stage couldn't be started, and none after it is tried: those before it are stopped.</summary>
    public StopOrder[] StartFailed(int stage)
    {
        for (var i = stage; i < _stages.Length; i++)
        {
            _stages[i].State = StageState.Closed;
        }

        return Stop(StopReason.StartFailed, stage);
    }

    /// <summary>There is a reason to stop all stages.</summary>
    /// <param name="reason">The reason, which is noted if it is the first.</param>
    /// <param name="stage">The stage that is the reason, or null for the whole run.</param>
    /// <param name="forceKillAfter">When SIGKILL follows; null for what the options say.</param>
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

    /// <summary>A call of <c>Kill</c> sends a signal that is to end a stage; reported before it is sent.</summary>
    public StopOrder[] Killing(int stage)
    {
        var orders = new List<StopOrder>();
        SetForceKill(stage, _stages[stage].Limits.ForceKillAfterKill, orders);
        return [.. orders];
    }

    /// <summary>A stage has exited, and whoever wants to know has been told.</summary>
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

    /// <summary>One of a stage's outputs has ended.</summary>
    public StopOrder[] OutputEnded(int stage)
    {
        ref var ended = ref _stages[stage];
        ended.OpenOutputs--;
        return ended is { State: StageState.Exited, OpenOutputs: 0 } ? TryClose(stage) : [];
    }

    /// <summary>A signal that was ordered may not be sent.</summary>
    public StopOrder[] KillRefused(int stage, int errno)
    {
        ref var refused = ref _stages[stage];
        if (refused.IsLetGo || refused.State == StageState.Closed)
        {
            return [];
        }

        RefusedErrno = RefusedErrno == 0 ? errno : RefusedErrno;
        refused.IsLetGo = true;
        var orders = new List<StopOrder> { StopOrder.LetGo(stage) };
        AddDone(orders);
        return [.. orders];
    }

    /// <summary>The time of <see cref="StopOrderKind.SetForceKill"/> has come.</summary>
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

    /// <summary>The time of <see cref="StopOrderKind.SetDrain"/> has come.</summary>
    public StopOrder[] DrainDue(int stage)
        => _stages[stage] is { State: StageState.Exited, OpenOutputs: > 0 } ? [StopOrder.DropOutput(stage)] : [];

    /// <summary>Nobody is left in the group that <see cref="StopOrderKind.WatchGroup"/> is about.</summary>
    public StopOrder[] GroupEnded(int stage)
        => _stages[stage] is { State: StageState.Exited, IsWatchingGroup: true } ? Close(stage) : [];

    /// <summary>A signal still reaches a child that runs, and those of its group.</summary>
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
            // First, as some of the group may outlive a child that the signal ends at once.
            SetForceKill(stage, forceKillAfter, orders);
            orders.Add(StopOrder.Send(stage, stopped.Limits.KillSignal));
            if (EndingSignals.IsToEnd(stopped.Limits.KillSignal))
            {
                // One that has stopped itself would never see the other.
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

    /// <summary>What is left of a group that was asked to end gets its time, as the child itself does, and no more.</summary>
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
