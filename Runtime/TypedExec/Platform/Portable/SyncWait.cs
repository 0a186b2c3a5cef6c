using TypedExec.Requests;

namespace TypedExec.Platform.Portable;

/// <summary>
/// Holds the caller's thread until the children of a sync call, one or the stages of a pipeline, have ended, and keeps their
/// limits. Their bytes are moved by the thread pool.
/// </summary>
internal sealed class SyncWait
{
    /// <summary>How long the stages before one that could not be started may take to obey the kill signal.</summary>
    private static readonly TimeSpan FailedForceKillAfter = TimeSpan.FromSeconds(5);

    private readonly object _gate = new();
    private readonly List<CapturedChild> _children = [];
    private readonly SyncLimits _limits;
    private Deadline _timeout;
    private Deadline _forceKill;
    private bool _isStopped;

    public SyncWait(SyncLimits limits, TimeSpan? timeout)
    {
        _limits = limits;
        _timeout = Deadline.After(timeout is { Ticks: > 0 } ? timeout : null);
    }

    public IReadOnlyList<CapturedChild> Children => _children;

    public bool TimedOut { get; private set; }

    /// <summary>The child, and the output of it, that wrote more than <c>MaxBuffer</c> bytes.</summary>
    public (int Child, int Output)? Overflowed { get; private set; }

    /// <summary>Adds a child that was started; the first one gets the input.</summary>
    public CapturedChild Add(StartedChild started, StartRequest request)
    {
        lock (_gate)
        {
            var child = new CapturedChild(started, request, _limits.MaxBuffer, _gate);
            _children.Add(child);
            child.Begin(_children.Count == 1 ? _limits.Input : default);
            return child;
        }
    }

    /// <summary>Waits until all have ended.</summary>
    /// <param name="isFailed">Whether one more could not be started: those that were are ended.</param>
    public void Run(bool isFailed = false)
    {
        lock (_gate)
        {
            if (isFailed)
            {
                Stop(FailedForceKillAfter);
            }

            while (_children.Exists(static child => !child.IsClosed))
            {
                CheckLimits();
                if (_children.Exists(static child => !child.IsClosed))
                {
                    Monitor.Wait(_gate, WaitMilliseconds());
                }
            }

            CheckOverflow();
            EndGroups();
        }

        _children.ForEach(static child => child.Release());
    }

    private int WaitMilliseconds()
    {
        var deadline = Deadline.Earliest(_timeout, _forceKill);
        foreach (var child in _children)
        {
            deadline = Deadline.Earliest(deadline, child.Drain);
        }

        return deadline.RemainingMilliseconds;
    }

    private void CheckLimits()
    {
        CheckOverflow();
        if (_timeout.HasPassed)
        {
            _timeout = default;
            TimedOut = true;
            Stop(null);
        }

        if (_forceKill.HasPassed)
        {
            _forceKill = default;
            Kill(Signal.SIGKILL);
        }

        _children.ForEach(static child => child.CheckDrain());
    }

    private void CheckOverflow()
    {
        for (var i = 0; i < _children.Count && Overflowed is null; i++)
        {
            if (_children[i].Overflowed is { } output)
            {
                Overflowed = (i, output);
                Stop(null);
            }
        }
    }

    /// <summary>Kills, and waits from now on for the ends of the children alone, as Node does.</summary>
    private void Stop(TimeSpan? forceKillAfter)
    {
        if (_isStopped || _children.Count == 0)
        {
            return;
        }

        _isStopped = true;
        _timeout = default;
        Kill(_children[0].Options.KillSignal);
        _forceKill = Deadline.After(_children[0].Options.ForceKillAfter ?? forceKillAfter);
        _children.ForEach(static child => child.CloseOutputs());
    }

    /// <summary>Those of a killed group who outlive the child get their time, as the child itself does, and no more.</summary>
    private void EndGroups()
    {
        while (_forceKill.IsSet && _children.Exists(static child => child.HasGroupMembers))
        {
            // Nothing tells of the end of processes that are no children: it is looked for.
            Monitor.Wait(_gate, Math.Min(_forceKill.RemainingMilliseconds, 10));
            CheckLimits();
        }
    }

    private void Kill(Signal signal) => _children.ForEach(child => child.Kill(signal));
}
