using System.Diagnostics;
using TypedExec.Platform;
using TypedExec.Stopping;

namespace TypedExec.Children;

/// <summary>
/// Drives a <see cref="StopPolicy"/> for children that run while their owner does something else. Facts come from the event loop,
/// timers and callers, and orders are carried out on the thread that reported the fact.
/// </summary>
/// <remarks>The gate is held while the policy decides and never while an order is carried out, so no other lock is taken under
/// it.</remarks>
internal sealed class LoopDriver
{
    private readonly object _gate = new();
    private readonly StopPolicy _policy;
    private readonly ChildLifetime?[] _stages;
    private readonly TimeProvider _time = Backend.Current.Time;
    private StageTimers[]? _timers;
    private ITimer? _timeout;

    /// <param name="limits">How each stage is stopped.</param>
    public LoopDriver(params ReadOnlySpan<StopLimits> limits)
    {
        _policy = new StopPolicy(limits);
        _stages = new ChildLifetime?[limits.Length];
    }

    private delegate StopOrder[] Fact(StopPolicy policy, int stage);

    private delegate ref (long At, ITimer? Timer) TimerOf(StageTimers timers);

    /// <summary>Gets why the children were stopped.</summary>
    public (StopReason Reason, int? Stage, int RefusedErrno) Stopped
    {
        get
        {
            lock (_gate)
            {
                return (_policy.Reason, _policy.ReasonStage, _policy.RefusedErrno);
            }
        }
    }

    /// <summary>Adds a stage that was started; what happens to it is reported from now on.</summary>
    public void Attach(int stage, ChildLifetime lifetime, int outputs)
    {
        _stages[stage] = lifetime;
        lock (_gate)
        {
            _ = _policy.Started(stage, outputs);
        }
    }

    /// <summary>Stops all stages after the timeout.</summary>
    public void SetTimeout(TimeSpan timeout)
    {
        lock (_gate)
        {
            if (!_policy.IsDone)
            {
                _timeout = _time.CreateTimer(static driver => ((LoopDriver)driver!).Stop(StopReason.TimedOut), this, timeout, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <inheritdoc cref="StopPolicy.Stop"/>
    public void Stop(StopReason reason, int? stage = null, TimeSpan? forceKillAfter = null) => Execute(Decide(reason, stage, forceKillAfter));

    /// <summary>
    /// Stops for a caller that holds the gate of a pipe: the reason is noted immediately, so that the run can't end without it,
    /// and the orders are carried out on the thread pool.
    /// </summary>
    public void NoteStop(StopReason reason, int? stage)
        => ThreadPool.UnsafeQueueUserWorkItem(
            static noted => noted.Driver.Execute(noted.Orders), (Driver: this, Orders: Decide(reason, stage)), preferLocal: false);

    /// <inheritdoc cref="StopPolicy.StartFailed"/>
    public void StartFailed(int stage) => Report(stage, static (policy, stage) => policy.StartFailed(stage));

    /// <inheritdoc cref="StopPolicy.Killing"/>
    public void Killing(int stage) => Report(stage, static (policy, stage) => policy.Killing(stage));

    /// <inheritdoc cref="StopPolicy.Exited"/>
    public void Exited(int stage) => Report(stage, static (policy, stage) => policy.Exited(stage));

    /// <inheritdoc cref="StopPolicy.OutputEnded"/>
    public void OutputEnded(int stage) => Report(stage, static (policy, stage) => policy.OutputEnded(stage));

    private StopOrder[] Decide(StopReason reason, int? stage, TimeSpan? forceKillAfter = null)
    {
        lock (_gate)
        {
            return _policy.Stop(reason, stage, forceKillAfter);
        }
    }

    private void Report(int stage, Fact fact)
    {
        StopOrder[] orders;
        lock (_gate)
        {
            orders = fact(_policy, stage);
        }

        Execute(orders);
    }

    private void Execute(StopOrder[] orders)
    {
        Debug.Assert(!Monitor.IsEntered(_gate), "An order must not be carried out with the gate held.");
        foreach (var order in orders)
        {
            if (order.Kind == StopOrderKind.Done)
            {
                lock (_gate)
                {
                    _timeout?.Dispose();
                }
            }
            else
            {
                Execute(order, _stages[order.Stage]!);
            }
        }
    }

    private void Execute(StopOrder order, ChildLifetime lifetime)
    {
        var stage = order.Stage;
        switch (order.Kind)
        {
            case StopOrderKind.Signal:
                if (lifetime.SendOrdered(order.Signal) == Errno.EPERM && order.Signal != Signal.SIGCONT)
                {
                    Report(stage, static (policy, stage) => policy.KillRefused(stage, Errno.EPERM));
                }

                break;
            case StopOrderKind.SetForceKill:
                SetTimer(stage, order.After, static timers => ref timers.ForceKill, static (policy, stage) => policy.ForceKillDue(stage));
                break;
            case StopOrderKind.SetDrain:
                SetTimer(stage, order.After, static timers => ref timers.Drain, static (policy, stage) => policy.DrainDue(stage));
                break;
            case StopOrderKind.DropOutput:
                lifetime.DropOutputs();
                break;
            case StopOrderKind.WatchGroup:
                WatchGroup(stage, lifetime);
                break;
            case StopOrderKind.Abandon:
                lifetime.OnAbandoned(Stopped.RefusedErrno);
                break;
            case StopOrderKind.Close:
                StopTimers(stage);
                lifetime.Close();
                break;
        }
    }

    private void WatchGroup(int stage, ChildLifetime lifetime)
    {
        if (!lifetime.HasGroupMembers)
        {
            OnGroupEnded(stage);
            return;
        }

        lock (_gate)
        {
            if (!_policy.IsClosed(stage))
            {
                var poll = new GroupExitPoll(() => lifetime.HasGroupMembers, () => OnGroupEnded(stage), GroupExitPoll.WhileStopping);
                Timers(stage).Group = poll;
                poll.Start();
            }
        }
    }

    private void OnGroupEnded(int stage) => Report(stage, static (policy, stage) => policy.GroupEnded(stage));

    /// <summary>Sets a timer, or moves one forward that is set for later.</summary>
    private void SetTimer(int stage, TimeSpan after, TimerOf timerOf, Fact due)
    {
        lock (_gate)
        {
            if (_policy.IsClosed(stage))
            {
                return;
            }

            var at = _time.GetTimestamp() + (long)(after.TotalSeconds * _time.TimestampFrequency);
            ref var timer = ref timerOf(Timers(stage));
            if (timer.Timer is null || at < timer.At)
            {
                timer.Timer?.Dispose();
                timer = (at, _time.CreateTimer(_ => OnDue(stage, at, timerOf, due), null, after, Timeout.InfiniteTimeSpan));
            }
        }
    }

    private void OnDue(int stage, long at, TimerOf timerOf, Fact due)
    {
        lock (_gate)
        {
            // A timer may be set again unless it is already set.
            ref var timer = ref timerOf(Timers(stage));
            timer = timer.At == at ? default : timer;
        }

        Report(stage, due);
    }

    private void StopTimers(int stage)
    {
        lock (_gate)
        {
            if (_timers?[stage] is { } timers)
            {
                timers.ForceKill.Timer?.Dispose();
                timers.Drain.Timer?.Dispose();
                timers.Group?.Stop();
            }
        }
    }

    private StageTimers Timers(int stage)
    {
        Debug.Assert(Monitor.IsEntered(_gate), "The gate guards the timers.");
        return (_timers ??= new StageTimers[_stages.Length])[stage] ??= new StageTimers();
    }

    private sealed class StageTimers
    {
        public (long At, ITimer? Timer) ForceKill;
        public (long At, ITimer? Timer) Drain;
        public GroupExitPoll? Group;
    }
}
