using TypedExec.Ipc;
using TypedExec.Platform;
using TypedExec.Requests;

namespace TypedExec.Children;

/// <summary>
/// The life of a child that was started: it runs, it exits, its outputs end, it is closed. Keeps the time limits, and
/// kills.
/// </summary>
internal sealed class ChildLifetime
{
    private readonly Lock _gate = new();
    private readonly RunOptions _options;
    private readonly StartedChild _started;
    private readonly ChildStreams _streams;
    private readonly ILifetimeEvents _events;
    private readonly IpcChannel? _channel;
    private Timer? _timeout;
    private Timer? _forceKill;
    private Timer? _drain;
    private GroupEnd? _keptGroup;
    private ExitStatus? _status;
    private bool _isExitReported;
    private int _openOutputs;
    private bool _isClosed;

    public ChildLifetime(StartRequest request, StartedChild started, ChildStreams streams, IpcChannel? channel, ILifetimeEvents events)
    {
        _options = request.Options;
        _started = started;
        _streams = streams;
        _channel = channel;
        _events = events;
        _openOutputs = streams.OutputCount;
    }

    /// <summary>How the child ended, or null while it runs.</summary>
    public ExitStatus? Status
    {
        get
        {
            lock (_gate)
            {
                return _status;
            }
        }
    }

    /// <summary>Begins to watch. From here on the events come, on other threads.</summary>
    public void Begin()
    {
        if (_options.Timeout is { Ticks: > 0 } timeout)
        {
            _ = SetTimer(ref _timeout, timeout, _events.OnTimedOut);
        }

        _channel?.Start();
        _started.WatchExit(OnEnded);
    }

    /// <summary>One of the child's outputs has ended.</summary>
    public void OnOutputEnded()
    {
        lock (_gate)
        {
            _openOutputs--;
        }

        CloseIfEnded();
    }

    /// <summary>Sends a signal; false when the child has ended or the signal may not be sent, which is then an error event.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="forceKillAfter">When SIGKILL follows even where no option says so, or null.</param>
    public bool Kill(Signal signal, TimeSpan? forceKillAfter = null)
    {
        // Before the signal: the child may be closed by it before this thread goes on, and some of its group ignore it.
        var isForced = (IsToEnd(signal) || forceKillAfter is not null)
            && (_options.ForceKillAfter ?? forceKillAfter) is { } delay && SetTimer(ref _forceKill, delay, ForceKill);
        var errno = _started.Kill(signal, _options.KillDescendants);
        if (errno != 0 && isForced)
        {
            lock (_gate)
            {
                StopTimer(ref _forceKill);
            }
        }

        switch (errno)
        {
            case 0:
                return true;
            case Errno.ESRCH:
                return false;
            default:
                _events.OnError(new ExecException($"kill {Errno.Name(errno)}")
                {
                    Code = Errno.Name(errno),
                    Errno = -errno,
                    Syscall = "kill",
                });
                return false;
        }
    }

    /// <summary>Whether the signal is to end a child; one that stops it, continues it or tells it something asks for no SIGKILL later.</summary>
    private static bool IsToEnd(Signal signal) => signal > 0 && signal is not (
        Signal.SIGKILL or Signal.SIGSTOP or Signal.SIGTSTP or Signal.SIGTTIN or Signal.SIGTTOU or Signal.SIGCONT
        or Signal.SIGCHLD or Signal.SIGURG or Signal.SIGWINCH);

    /// <summary>Kills the child for good.</summary>
    private void ForceKill()
    {
        _ = _started.Kill(Signal.SIGKILL, _options.KillDescendants);
        lock (_gate)
        {
            StopTimer(ref _forceKill);
        }

        ReleaseKeptGroup();
    }

    /// <summary>What the child sent before it ended comes first, and then that the channel is disconnected.</summary>
    private void OnEnded(ExitStatus status)
    {
        if (_channel is null)
        {
            OnExited(status);
            return;
        }

        _channel.EndWhenEmpty();
        _ = _channel.Ended.ContinueWith(
            _ => OnExited(status), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void OnExited(ExitStatus status)
    {
        lock (_gate)
        {
            _status = status;
            if (!_options.KillDescendants)
            {
                // What is left of the group, if anything, can still be killed.
                StopTimer(ref _forceKill);
            }
        }

        _events.OnExited(status);
        lock (_gate)
        {
            // Not with the status: the last output may end at this very moment, and its close must not overtake the exit.
            _isExitReported = true;
        }

        _streams.OnChildExited();
        if (_options.DrainTimeout is { } drain && IsOutputOpen)
        {
            _ = SetTimer(ref _drain, drain, _streams.EndOutputs);
        }

        CloseIfEnded();
    }

    private bool IsOutputOpen
    {
        get
        {
            lock (_gate)
            {
                return _openOutputs > 0;
            }
        }
    }

    private void CloseIfEnded()
    {
        ExitStatus status;
        lock (_gate)
        {
            if (!_isExitReported || _openOutputs > 0 || _isClosed)
            {
                return;
            }

            _isClosed = true;
            status = _status!.Value;
            StopTimer(ref _timeout);
            StopTimer(ref _drain);
        }

        _streams.CloseInputs();
        if (!TryKeepGroup())
        {
            ReleaseAndClose(status);
        }
        else if (!_options.KillOnParentExit)
        {
            _events.OnClosed(status);
        }
    }

    /// <summary>
    /// Keeps a group of which some have not ended by the kill signal: until they have, or the time for <see cref="ForceKill"/>
    /// has come.
    /// </summary>
    private bool TryKeepGroup()
    {
        var isForced = _options.KillDescendants && Volatile.Read(ref _forceKill) is not null && _started.HasGroupMembers;
        lock (_gate)
        {
            if (isForced && _forceKill is not null)
            {
                _keptGroup = new GroupEnd(_started, ReleaseKeptGroup);
                _keptGroup.Begin();
                return true;
            }

            StopTimer(ref _forceKill);
            return false;
        }
    }

    private void ReleaseKeptGroup()
    {
        GroupEnd kept;
        ExitStatus status;
        lock (_gate)
        {
            if (_keptGroup is null)
            {
                return;
            }

            kept = _keptGroup;
            _keptGroup = null;
            StopTimer(ref _forceKill);
            status = _status!.Value;
        }

        kept.Stop();
        if (_options.KillOnParentExit)
        {
            ReleaseAndClose(status);
        }
        else
        {
            // Closed was raised already.
            _started.Release();
        }
    }

    private void ReleaseAndClose(ExitStatus status)
    {
        if (_options.KillOnParentExit)
        {
            // What watches over the child has an end of its own, which comes first.
            _started.Release(() => _events.OnClosed(status));
        }
        else
        {
            _started.Release();
            _events.OnClosed(status);
        }
    }

    /// <summary>Sets a timer that is not set yet; false where it is, or nothing is left to be done to the child.</summary>
    private bool SetTimer(ref Timer? timer, TimeSpan delay, Action action)
    {
        lock (_gate)
        {
            if (_isClosed || timer is not null)
            {
                return false;
            }

            timer = new Timer(static state => ((Action)state!)(), action, delay, Timeout.InfiniteTimeSpan);
            return true;
        }
    }

    private static void StopTimer(ref Timer? timer)
    {
        timer?.Dispose();
        timer = null;
    }
}
