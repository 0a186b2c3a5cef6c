using System.Diagnostics;
using TypedExec.Platform;
using TypedExec.Stopping;

namespace TypedExec.Children;

/// <summary>
/// Drives a <see cref="StopPolicy"/> for children that run while their owner does something else: facts come from the event
/// loop, timers and callers, and the orders are carried out on the thread that brought the fact.
/// </summary>
/// <remarks>
/// The gate is held while the policy decides and never while an order is carried out, so no other lock is taken under it.
/// </remarks>
internal sealed class LoopDriver
{
    private readonly object _gate = new();
    private readonly StopPolicy _policy;
    private readonly ChildLifetime?[] _stages;
    private readonly TimeProvider _time = Backend.Current.Time;
    private StageTimers[]? _timers;
    private ITimer? _timeout;

    /// <param name="limits">How each stage is to be stopped.</param>
    public LoopDriver(params ReadOnlySpan<StopLimits> limits)
    {
        _policy = new StopPolicy(limits);
        _stages = new ChildLifetime?[limits.Length];
    }

    /// <summary>Why the children were stopped.</summary>
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

    /// <summary>A stage was started; what happens to it is reported from now on.</summary>
    public void Attach(int stage, ChildLifetime lifetime, int outputs)
    {
        _stages[stage] = lifetime;
        lock (_gate)
        {
            _ = _policy.Started(stage, outputs);
        }
    }

    /// <summary>Stops all stages when the time has passed.</summary>
    public void SetTimeout(TimeSpan timeout)
    {
        lock (_gate)
        {
            if (!IsDone())
            {
                _timeout = _time.CreateTimer(static driver => ((LoopDriver)driver!).Stop(StopReason.TimedOut), this, timeout, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <inheritdoc cref="StopPolicy.StartFailed"/>
    public void StartFailed(int stage) => Report(policy => policy.StartFailed(stage));

    /// <inheritdoc cref="StopPolicy.Stop"/>
    public void Stop(StopReason reason, int? stage = null, TimeSpan? forceKillAfter = null)
        => Report(policy => policy.Stop(reason, stage, forceKillAfter));

    /// <summary>
    /// The same for a caller that holds the gate of a pipe: the reason is noted at once, so that the run cannot end without it,
    /// and the orders are carried out on the thread pool.
    /// </summary>
    public void NoteStop(StopReason reason, int? stage)
    {
        StopOrder[] orders;
        lock (_gate)
        {
            orders = _policy.Stop(reason, stage);
        }

        ThreadPool.UnsafeQueueUserWorkItem(static noted => noted.Driver.Execute(noted.Orders), (Driver: this, Orders: orders), preferLocal: false);
    }

    /// <inheritdoc cref="StopPolicy.Killing"/>
    public void Killing(int stage) => Report(policy => policy.Killing(stage));

    /// <inheritdoc cref="StopPolicy.Exited"/>
    public void Exited(int stage)
    {
        StopOrder[] orders;
        lock (_gate)
        {
            orders = _policy.Exited(stage);
        }

        Execute(orders);
    }

    /// <inheritdoc cref="StopPolicy.OutputEnded"/>
    public void OutputEnded(int stage)
    {
        StopOrder[] orders;
        lock (_gate)
        {
            orders = _policy.OutputEnded(stage);
        }

        Execute(orders);
    }

    private void Report(Func<StopPolicy, StopOrder[]> fact)
    {
        StopOrder[] orders;
        lock (_gate)
        {
            orders = fact(_policy);
        }

        Execute(orders);
    }

    private void Execute(StopOrder[] orders)
    {
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
                if (lifetime.SendOrdered(order.Signal) is Errno.EPERM and var errno && order.Signal != Signal.SIGCONT)
                {
                    OnKillRefused(stage, errno);
                }

                break;
            case StopOrderKind.SetForceKill:
                SetForceKill(stage, order.After);
                break;
            case StopOrderKind.SetDrain:
                SetDrain(stage, order.After);
                break;
            case StopOrderKind.DropOutput:
                lifetime.DropOutputs();
                break;
            case StopOrderKind.WatchGroup:
                WatchGroup(stage, lifetime);
                break;
            case StopOrderKind.LetGo:
                lifetime.OnLetGo(Stopped.RefusedErrno);
                break;
            case StopOrderKind.Close:
                StopTimers(stage);
                lifetime.Close();
                break;
        }
    }

    private void OnKillRefused(int stage, int errno) => Report(policy => policy.KillRefused(stage, errno));

    private void SetForceKill(int stage, TimeSpan after)
        => SetTimer(stage, after, static timers => ref timers.ForceKill, () => Report(policy => policy.ForceKillDue(stage)));

    private void SetDrain(int stage, TimeSpan after)
        => SetTimer(stage, after, static timers => ref timers.Drain, () => Report(policy => policy.DrainDue(stage)));

    private void WatchGroup(int stage, ChildLifetime lifetime)
    {
        if (!lifetime.HasGroupMembers)
        {
            Report(policy => policy.GroupEnded(stage));
            return;
        }

        lock (_gate)
        {
            if (!_policy.IsClosed(stage))
            {
                var poll = new GroupExitPoll(
                    () => lifetime.HasGroupMembers, () => Report(policy => policy.GroupEnded(stage)), GroupExitPoll.WhileStopping);
                Timers(stage).Group = poll;
                poll.Start();
            }
        }
    }

    /// <summary>Sets a timer, or brings one forward that is set for later.</summary>
    private void SetTimer(int stage, TimeSpan after, TimerOf timerOf, Action due)
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
                timer = (at, _time.CreateTimer(static state => ((Action)state!)(), due, after, Timeout.InfiniteTimeSpan));
            }
        }
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

    /// <summary>Called with the gate held.</summary>
    private StageTimers Timers(int stage)
    {
        Debug.Assert(Monitor.IsEntered(_gate), "The timers are the gate's.");
        return (_timers ??= new StageTimers[_stages.Length])[stage] ??= new StageTimers();
    }

    private bool IsDone()
    {
        Debug.Assert(Monitor.IsEntered(_gate), "The policy is the gate's.");
        for (var i = 0; i < _stages.Length; i++)
        {
            if (!_policy.IsClosed(i))
            {
                return false;
            }
        }

        return true;
    }

    private delegate ref (long At, ITimer? Timer) TimerOf(StageTimers timers);

    private sealed class StageTimers
    {
        public (long At, ITimer? Timer) ForceKill;
        public (long At, ITimer? Timer) Drain;
        public GroupExitPoll? Group;
    }
}
