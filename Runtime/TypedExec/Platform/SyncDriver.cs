using TypedExec.Requests;
using TypedExec.Stopping;
using TypedExec.Telemetry;

namespace TypedExec.Platform;

/// <summary>
/// Drives a <see cref="StopPolicy"/> on the caller's thread: starts the stages, waits for events, and carries out the orders. The
/// platform decides how to wait.
/// </summary>
/// <typeparam name="TStage">The platform's stage.</typeparam>
/// <param name="backend">Opens the pipes between the stages.</param>
/// <param name="plan">What to run.</param>
internal abstract class SyncDriver<TStage>(IProcessBackend backend, SyncPlan plan)
    where TStage : SyncStage
{
    /// <summary>The exit of processes that aren't children isn't reported, so it is polled for.</summary>
    private const int LookMilliseconds = 10;

    private readonly StopPolicy _policy = CreatePolicy(plan);
    private readonly TimeProvider _time = backend.Time;
    private Deadline _timeout;
    private SpawnFailureException? _startFailure;
    private Exception? _shortage;
    private bool _isDone;

    protected SyncPlan Plan => plan;

    /// <summary>Gets the stages that were started.</summary>
    protected List<TStage> Stages { get; } = new(plan.Stages.Count);

    public RunOutcome Run()
    {
        var start = _time.GetTimestamp();
        StartAll();
        _timeout = Deadline.After(plan.Timeout, _time);
        while (!_isDone)
        {
            Wait(WaitMilliseconds());
            CheckDeadlines();
        }

        EndTraces();
        return new RunOutcome
        {
            Stages = Outcomes(),
            Reason = _policy.Reason,
            ReasonStage = _policy.ReasonStage,
            RefusedErrno = _policy.RefusedErrno,
            Failure = _startFailure ?? _shortage,
            Duration = _time.GetElapsedTime(start),
        };
    }

    /// <summary>Starts one stage.</summary>
    /// <exception cref="SpawnFailureException">The child couldn't be started; nothing is left open or running.</exception>
    protected abstract TStage Start(StartRequest request, bool isFirst);

    /// <summary>Waits until something happens, at most for this time (-1: forever), and reports it.</summary>
    protected abstract void Wait(int milliseconds);

    /// <summary>Returns whether the exit of a stage has to be polled for.</summary>
    protected virtual bool LooksForExit(TStage stage) => false;

    protected void OnExited(int stage)
    {
        if (!Stages[stage].IsExitReported)
        {
            Stages[stage].IsExitReported = true;
            Execute(_policy.Exited(stage));
        }
    }

    public void OnOutputEnded(int stage) => Execute(_policy.OutputEnded(stage));

    /// <summary>Stops all stages if one has more output than it may have, or than there is memory for.</summary>
    protected void CheckCapture(int stage, int output)
    {
        var buffer = Stages[stage].Buffers[output]!;
        if (buffer.HasOverflowed)
        {
            Execute(_policy.Stop(output == 1 ? StopReason.StdoutOverflowed : StopReason.StderrOverflowed, stage));
        }
        else if (buffer.Shortage is not null)
        {
            _shortage ??= buffer.Shortage;
            Execute(_policy.Stop(StopReason.Failed, stage));
        }
    }

    private static StopPolicy CreatePolicy(SyncPlan plan)
    {
        if (plan.Stages.Count == 1)
        {
            return new StopPolicy(plan.Stages[0].Options.StopLimits);
        }

        return new StopPolicy([.. plan.Stages.Select(static request => request.Options.StopLimits)]);
    }

    /// <summary>On the caller's own thread, where nothing waits for this.</summary>
    private void EndTraces()
    {
        foreach (var stage in Stages)
        {
            if (stage.Trace is { } trace)
            {
                trace.Exited(stage.Status ?? default, _policy.Reason);
                trace.Count(0, stage == Stages[0] ? plan.Input.Length : 0);
                for (var i = 1; i < Math.Min(stage.Buffers.Length, 3); i++)
                {
                    trace.Count(i, stage.Buffers[i]?.Length ?? 0);
                }

                trace.Closed(_policy.Reason);
            }
        }
    }

    private StageOutcome[] Outcomes()
    {
        var outcomes = new StageOutcome[Stages.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            var stage = Stages[i];
            outcomes[i] = new StageOutcome(stage.Pid, stage.Status ?? default, stage.Buffers, stage.Killed);
        }

        return outcomes;
    }

    private void StartAll()
    {
        if (plan.Stages.Count == 1)
        {
            StartStage(0, null);
            return;
        }

        using var links = new PipeLinks(backend.OpenPipe);
        for (var i = 0; i < plan.Stages.Count; i++)
        {
            if (!StartStage(i, links))
            {
                return;
            }
        }
    }

    private bool StartStage(int stage, PipeLinks? links)
    {
        var request = plan.Stages[stage];
        var trace = ChildTrace.Start(ref request);
        try
        {
            Stages.Add(links is null ? Start(request, isFirst: true) : Start(request, stage, links));
            Stages[^1].Trace = trace;
            trace?.Started(Stages[^1].Pid);
        }
        catch (SpawnFailureException exception)
        {
            trace?.StartFailed(Errno.Name(exception.Errno));
            _startFailure = exception;
            Execute(_policy.StartFailed(stage));
            return false;
        }

        Execute(_policy.Started(stage, Stages[stage].OutputCount));
        return true;
    }

    private TStage Start(StartRequest request, int stage, PipeLinks links)
        => links.Start(request, stage == plan.Stages.Count - 1, linked => Start(linked, isFirst: stage == 0));

    private void Execute(StopOrder[] orders)
    {
        foreach (var order in orders)
        {
            Execute(order);
        }
    }

    private void Execute(StopOrder order)
    {
        if (order.Kind == StopOrderKind.Done)
        {
            _isDone = true;
            return;
        }

        var stage = Stages[order.Stage];
        switch (order.Kind)
        {
            case StopOrderKind.Signal:
                if (stage.Kill(order.Signal) is Errno.EPERM and var errno && order.Signal != Signal.SIGCONT)
                {
                    Execute(_policy.KillRefused(order.Stage, errno));
                }

                break;
            case StopOrderKind.SetForceKill:
                stage.ForceKill = Deadline.Earliest(stage.ForceKill, Deadline.After(order.After, _time));
                break;
            case StopOrderKind.SetDrain:
                stage.Drain = Deadline.Earliest(stage.Drain, Deadline.After(order.After, _time));
                break;
            case StopOrderKind.DropOutput:
                stage.DropOutputs();
                break;
            case StopOrderKind.WatchGroup:
                stage.IsGroupWatched = true;
                LookForGroup(order.Stage);
                break;
            case StopOrderKind.Abandon:
                stage.DropOutputs();
                stage.Abandon();
                break;
            case StopOrderKind.Close:
                stage.ForceKill = default;
                stage.Drain = default;
                stage.IsGroupWatched = false;
                stage.Release();
                break;
        }
    }

    private int WaitMilliseconds()
    {
        var deadline = _timeout;
        var looks = false;
        foreach (var stage in Stages)
        {
            deadline = Deadline.Earliest(deadline, Deadline.Earliest(stage.ForceKill, stage.Drain));
            looks |= stage.IsGroupWatched || LooksForExit(stage);
        }

        var wait = deadline.RemainingMilliseconds;
        return looks ? (int)Math.Min((uint)wait, LookMilliseconds) : wait;
    }

    private void CheckDeadlines()
    {
        if (_timeout.HasPassed)
        {
            _timeout = default;
            Execute(_policy.Stop(StopReason.TimedOut));
        }

        for (var i = 0; i < Stages.Count; i++)
        {
            var stage = Stages[i];
            if (stage.ForceKill.HasPassed)
            {
                stage.ForceKill = default;
                Execute(_policy.ForceKillDue(i));
            }

            if (stage.Drain.HasPassed)
            {
                stage.Drain = default;
                Execute(_policy.DrainDue(i));
            }

            if (stage.IsGroupWatched)
            {
                LookForGroup(i);
            }
        }
    }

    private void LookForGroup(int stage)
    {
        if (!Stages[stage].HasGroupMembers)
        {
            Execute(_policy.GroupEnded(stage));
        }
    }
}
