using TypedExec.Ipc;
using TypedExec.Platform;
using TypedExec.Requests;
using TypedExec.Stopping;

namespace TypedExec.Children;

/// <summary>
/// The life of a child that was started: it runs, it exits, its outputs end, it is closed. What happens is reported to the
/// driver, which decides when the child is stopped and when it is done.
/// </summary>
internal sealed class ChildLifetime
{
    private readonly object _gate = new();
    private readonly string _command;
    private readonly RunOptions _options;
    private readonly StartedChild _started;
    private readonly ChildStreams _streams;
    private readonly ILifetimeEvents _events;
    private readonly IpcChannel? _channel;
    private readonly LoopDriver _driver;
    private readonly bool _isByItself;
    private readonly int _stage;
    private readonly ChildEnd? _end;
    private ExitStatus? _status;
    private int _signalsUnderWay;
    private volatile bool _isSignalled;

    /// <param name="request">The request that started the child.</param>
    /// <param name="started">The child.</param>
    /// <param name="streams">Its streams.</param>
    /// <param name="channel">Its message channel, or null.</param>
    /// <param name="events">Is notified of what happens to it.</param>
    /// <param name="driver">The driver of the run that it belongs to, or null for a child by itself.</param>
    /// <param name="stage">Its stage in the run.</param>
    /// <param name="end">Notifies others of its end.</param>
    public ChildLifetime(
        StartRequest request, StartedChild started, ChildStreams streams, IpcChannel? channel, ILifetimeEvents events,
        LoopDriver? driver = null, int stage = 0, ChildEnd? end = null)
    {
        _end = end;
        _command = request.Command;
        _options = request.Options;
        _started = started;
        _streams = streams;
        _channel = channel;
        _events = events;
        _isByItself = driver is null;
        _driver = driver ?? new LoopDriver(_options.StopLimits);
        _stage = stage;
        _driver.Attach(stage, this, streams.OutputCount);
    }

    /// <summary>Gets the exit status, or null while the child is running.</summary>
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

    /// <summary>
    /// Gets whether a signal was sent to the child or is being sent right now, so that a handler of its exit sees it.
    /// </summary>
    public bool IsSignalled => _isSignalled || Volatile.Read(ref _signalsUnderWay) > 0;

    /// <summary>Gets or sets whether the caller's token has stopped it.</summary>
    public bool IsCancelled { get; set; }

    /// <summary>Gets whether other processes are running in the child's group.</summary>
    public bool HasGroupMembers => _started.HasGroupMembers;

    /// <summary>Starts watching the child. From here on, events are raised on other threads.</summary>
    public void Watch()
    {
        if (_isByItself && _options.Timeout is { } timeout)
        {
            _driver.SetTimeout(timeout);
        }

        _channel?.Start();
        if (_options.KillOnParentExit)
        {
            _started.WatchGuard(_events.OnError);
        }

        _started.WatchExit(OnEnded);
    }

    /// <summary>Reports that one of the child's outputs has ended.</summary>
    public void OnOutputEnded() => _driver.OutputEnded(_stage);

    /// <summary>
    /// Sends a signal. Returns false if the child has exited, or if the signal can't be sent, which raises an error event.
    /// </summary>
    public bool Kill(Signal signal)
    {
        if (EndingSignals.IsToEnd(signal))
        {
            // Reported before the signal is sent, because it may close the child before this thread continues, and some of its
            // group may ignore it.
            _driver.Killing(_stage);
        }

        return Send(signal, isReported: true) == 0;
    }

    /// <summary>Stops the child with the kill signal, and with SIGKILL after a time.</summary>
    /// <param name="forceKillAfter">When SIGKILL follows, or null to use the options.</param>
    public void Stop(TimeSpan? forceKillAfter) => _driver.Stop(StopReason.Stopped, null, forceKillAfter);

    /// <summary>Sends a signal that the driver was ordered to send. Returns 0 or the errno.</summary>
    public int SendOrdered(Signal signal) => Send(signal, isReported: signal != Signal.SIGCONT);

    /// <summary>Stops waiting for what descendants may still write to the outputs.</summary>
    public void DropOutputs() => _streams.EndOutputs(_driver.Stopped.Reason != StopReason.None);

    /// <summary>Reports that the child can't be signaled: nothing waits for its exit any more.</summary>
    public void OnAbandoned(int errno)
    {
        var refusal = KillError(errno);
        if (_end is null)
        {
            _events.OnAbandoned(refusal);
        }
        else
        {
            _end.Tell(trace => trace.Abandon(Errno.Name(errno)), () => _events.OnAbandoned(refusal), isGone: true);
        }
    }

    /// <summary>Reports that the child and its outputs have ended and that nothing more will be done to it.</summary>
    public void Close()
    {
        _streams.CloseInputs();
        var status = Status!.Value;
        if (_options.KillOnParentExit)
        {
            // The process that watches over the child ends first.
            ReleaseThenClose(status);
        }
        else
        {
            _started.Release();
            Closed(status);
        }
    }

    /// <summary>A separate method, because the closure would otherwise be allocated for every child.</summary>
    private void ReleaseThenClose(ExitStatus status) => _started.Release(() => Closed(status));

    private void Closed(ExitStatus status)
    {
        if (_end is null)
        {
            _events.OnClosed(status);
        }
        else
        {
            TellClosed(_end, status);
        }
    }

    /// <inheritdoc cref="ReleaseThenClose"/>
    private void TellClosed(ChildEnd end, ExitStatus status)
        => end.Tell(trace => trace.Closed(_driver.Stopped.Reason), () => _events.OnClosed(status));

    /// <inheritdoc cref="ReleaseThenClose"/>
    private void TellExited(ChildEnd end, ExitStatus status)
        => end.Tell(trace => trace.Exited(status, _driver.Stopped.Reason, IsCancelled), () => ReportExit(status), isGone: true);

    private static ExecException KillError(int errno) => new($"kill {Errno.Name(errno)}")
    {
        Code = Errno.Name(errno),
        Errno = -errno,
        Syscall = "kill",
    };

    private int Send(Signal signal, bool isReported)
    {
        Interlocked.Increment(ref _signalsUnderWay);
        var errno = _started.Kill(signal, _options.KillDescendants);
        _isSignalled |= errno == 0;
        Interlocked.Decrement(ref _signalsUnderWay);
        if (isReported && errno is not (0 or Errno.ESRCH))
        {
            _events.OnError(KillError(errno));
        }

        return errno;
    }

    /// <summary>Delivers what the child sent before it exited, and then the disconnection of the channel.</summary>
    private void OnEnded(ExitStatus status)
    {
        if (_channel is null)
        {
            OnExited(status);
        }
        else
        {
            EndChannel(_channel, status);
        }
    }

    /// <inheritdoc cref="ReleaseThenClose"/>
    private void EndChannel(IpcChannel channel, ExitStatus status)
    {
        channel.EndWhenEmpty();
        _ = channel.Ended.ContinueWith(
            _ => OnExited(status), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void OnExited(ExitStatus status)
    {
        if (_end is null)
        {
            ReportExit(status);
        }
        else
        {
            TellExited(_end, status);
        }
    }

    private void ReportExit(ExitStatus status)
    {
        lock (_gate)
        {
            _status = status;
        }

        if (StatusText.IsLost(status))
        {
            _events.OnError(SpawnErrors.StatusLost(_command));
        }

        // The driver is notified last: an output may end at this very moment, and the close must not overtake the exit.
        _events.OnExited(status);
        _streams.OnChildExited();
        _driver.Exited(_stage);
    }
}
