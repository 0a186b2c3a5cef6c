using TypedExec.Events;
using TypedExec.IO;
using TypedExec.Children;
using TypedExec.Platform;
using TypedExec.Requests;
using TypedExec.Telemetry;

namespace TypedExec;

/// <summary>
/// A child process (Node's <c>ChildProcess</c>). Its events are delivered one at a time and in order, on the thread pool;
/// a handler that is added late misses nothing.
/// </summary>
/// <remarks>
/// It may be left alone: a child that is neither awaited nor disposed goes on, and is reaped when it ends.
/// </remarks>
public sealed partial class ChildProcess : IAsyncDisposable, ILifetimeEvents, IOutputObserver
{
    private readonly StartRequest _request;
    private IChildObserver? _observer;
    private readonly int _stage;
    private readonly EventQueue _queue = new(Backend.FlowOfFake);
    private readonly TerminalEvent _spawned;
    private readonly TerminalEvent<ExitedEventArgs> _exited;
    private readonly TerminalEvent<ProcessErrorEventArgs> _error;
    private readonly TerminalEvent<ExitedEventArgs> _closed;
    private Completion<ExitStatus> _exitCompletion;
    private Completion<ExitStatus> _closeCompletion;
    private Completion<ExitStatus> _endCompletion;
    private readonly ChildStreams _streams;
    private readonly AfterData _afterData;
    private readonly ChildLifetime? _lifetime;
    private readonly int _startErrno;
    private ExitedEventArgs? _end;
    private CancellationTokenRegistration _cancellation;
    private volatile OperationCanceledException? _cancelled;

    private ChildProcess(StartRequest request, StartedChild? started, Exception? startFailure, int startErrno, RunMembership run, ChildTrace? trace = null)
    {
        _request = request;
        _observer = run.Observer;
        _stage = run.Stage;
        _spawned = new(_queue, this);
        _exited = new(_queue, this);
        _error = new(_queue, this);
        _closed = new(_queue, this);
        _disconnected = request.IpcIndex is null ? null : new(_queue, this);
        StartFailure = startFailure;
        _startErrno = startErrno;
        _streams = new ChildStreams(request, started, _queue, this, run.Outputs ?? new OutputGroup(request.MaxUnread));
        _afterData = new AfterData(_streams, _queue.Gate);
        Stdin = _streams.Input(0);
        Stdout = _streams.Output(1);
        Stderr = _streams.Output(2);
        _channel = OpenChannel(started);
        if (started is not null)
        {
            Pid = started.Pid;
            _lifetime = new ChildLifetime(request, started, _streams, _channel, this, run.Driver, run.Stage, ChildEnd.From(trace, run.Slot));
        }
    }

    /// <summary>The child was started (Node's <c>spawn</c>).</summary>
    public event EventHandler? Spawned
    {
        add => _spawned.Add(value);
        remove => _spawned.Remove(value);
    }

    /// <summary>The child has ended (Node's <c>exit</c>); its output may still be open.</summary>
    public event EventHandler<ExitedEventArgs>? Exited
    {
        add => _exited.Add(value);
        remove => _exited.Remove(value);
    }

    /// <summary>The child could not be started, or could not be signalled (Node's <c>error</c>).</summary>
    public event EventHandler<ProcessErrorEventArgs>? Error
    {
        add => _error.Add(value);
        remove => _error.Remove(value);
    }

    /// <summary>
    /// The child has ended, every output has ended and all data was delivered (Node's <c>close</c>). It always comes last.
    /// </summary>
    /// <remarks>Add handlers of <see cref="ChildOutput.Data"/> first: a child that ended long ago may be closed without them.</remarks>
    public event EventHandler<ExitedEventArgs>? Closed
    {
        add => _closed.Add(value, _afterData.Run);
        remove => _closed.Remove(value);
    }

    /// <summary>The process id, or null when the child could not be started.</summary>
    public int? Pid { get; }

    /// <summary>The program that is run (Node's <c>spawnfile</c>); the shell where one is used.</summary>
    public string SpawnFile => _request.File;

    /// <summary>The whole command line, argv[0] first (Node's <c>spawnargs</c>); secrets are masked.</summary>
    public IReadOnlyList<string> SpawnArgs => _request.MaskedArgv;

    /// <summary>
    /// The exit code, null while the child runs and when a signal ended it; the negative errno of a child that could not
    /// be started, as in Node.
    /// </summary>
    public int? ExitCode => _startErrno == 0 ? _lifetime?.Status?.ExitCode : -_startErrno;

    /// <summary>The signal that ended the child, or null.</summary>
    public Signal? SignalCode => _lifetime?.Status?.Signal;

    /// <summary>Whether <see cref="Kill"/>, a timeout, a cancellation or a limit has sent the child a signal (Node's <c>killed</c>). A probe with signal 0 counts, as in Node.</summary>
    public bool Killed => _lifetime is { IsSignalled: true };

    /// <summary>The child's stdin, or null where it is no pipe.</summary>
    public ChildInput? Stdin { get; }

    /// <summary>The child's stdout, or null where it is no pipe.</summary>
    public ChildOutput? Stdout { get; }

    /// <summary>The child's stderr, or null where it is no pipe.</summary>
    public ChildOutput? Stderr { get; }

    /// <summary>The child's pseudo-terminal, or null without the option <see cref="SpawnOptions.Terminal"/>.</summary>
    public ChildTerminal? Terminal => _streams.Terminal;

    /// <summary>The streams of all the child's descriptors by number (Node's <c>stdio</c>), null where it is no pipe.</summary>
    public IReadOnlyList<Stream?> Stdio => field ??= _streams.ToList();

    /// <summary>Its stdout, or what its terminal shows.</summary>
    internal ChildOutput? Printed => Terminal?.Output ?? Stdout;

    /// <summary>Why the child could not be started, or null.</summary>
    internal Exception? StartFailure { get; }

    /// <summary>
    /// Sends a signal to the child, or with the option <c>KillDescendants</c> to its whole group (Node's <c>kill</c>).
    /// It does not wait: <see cref="Exited"/> tells when the child has ended.
    /// </summary>
    /// <param name="signal">The signal; 0 sends none and probes whether the child is there.</param>
    /// <returns>Whether it was sent; false when the child has ended, or may not be signalled, which raises <see cref="Error"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="signal"/> is no signal.</exception>
    public bool Kill(Signal signal = Signal.SIGTERM)
    {
        if (signal != 0)
        {
            ArgumentCheck.KnownSignal(signal, nameof(signal));
        }

        return _lifetime is not null && _lifetime.Kill(signal);
    }

    /// <summary>
    /// Asks the child to end, by <see cref="ProcessOptions.KillSignal"/>, and waits for its end. Its output is still read, so
    /// that it can finish what it is doing. If it does not end in time it gets <see cref="Signal.SIGKILL"/>.
    /// </summary>
    /// <param name="grace">
    /// How long it may take. Default: <see cref="ProcessOptions.ForceKillAfter"/>, which is 5 seconds;
    /// <see cref="Timeout.InfiniteTimeSpan"/> for as long as it likes, zero for SIGKILL right after the signal.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting; the child is still being stopped.</param>
    /// <returns>How the child ended.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="grace"/> is negative.</exception>
    /// <exception cref="ExecException">The child could not be started, or may not be signalled (<c>EPERM</c>).</exception>
    public Task<ExitStatus> StopAsync(TimeSpan? grace = null, CancellationToken cancellationToken = default)
    {
        OptionCheck.Time(grace, nameof(grace));
        _lifetime?.Stop(grace);
        _streams.BeginWait();
        return WaitForEndAsync().WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Waits until the child has ended and the handlers of <see cref="Exited"/> have run, those included that are added before
    /// this call to a child that has ended already.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting; the child goes on.</param>
    /// <exception cref="ExecException">The child could not be started.</exception>
    public Task<ExitStatus> WaitForExitAsync(CancellationToken cancellationToken = default)
        => _streams.WaitFor(_queue.AfterDeliveriesAsync(_exitCompletion.GetTask(_queue.Gate)), cancellationToken);

    /// <summary>
    /// Waits until the child and its output have ended and the handlers of <see cref="Closed"/> have run, those included that
    /// are added before this call to a child that is closed already.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting; the child goes on.</param>
    /// <exception cref="ExecException">The child could not be started.</exception>
    public Task<ExitStatus> WaitForCloseAsync(CancellationToken cancellationToken = default)
        => _streams.WaitFor(AfterHandlersAsync(_closeCompletion.GetTask(_queue.Gate)), cancellationToken);

    /// <summary>
    /// Ends the child if it still runs, as <see cref="StopAsync"/> does, waits for its end, and closes its streams. A child
    /// that may not be signalled raises <see cref="Error"/> and is not waited for.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        _lifetime?.Stop(forceKillAfter: null);
        _channel?.Disconnect();
        _streams.CloseInputs();
        _streams.BeginWait();
        var isInHandler = _queue.IsDeliveringHere;
        await ((Task)_endCompletion.GetTask(_queue.Gate)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _streams.Feed.ConfigureAwait(false);
        _streams.Dispose();
        if (!isInHandler)
        {
            // A handler's exception ends the process before the program goes on.
            await _queue.DeliveredAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Starts a child, or finds out that it cannot be started; its events begin with <see cref="Watch"/>.</summary>
    internal static ChildProcess Create(StartRequest request, RunMembership run = default)
    {
        ChildTrace? trace = null;
        try
        {
            trace = ChildTrace.Start(ref request);
            var started = Backend.Current.Start(request);
            trace?.Started(started.Pid);
            return new ChildProcess(
                request, trace is { CountsBytes: true } ? new CountedChild(started, trace, request.Stdio.Count) : started, null, 0, run, trace);
        }
        catch (SpawnFailureException failure)
        {
            trace?.StartFailed(Errno.Name(failure.Errno));
            run.Slot?.Dispose();
            return new ChildProcess(request, null, SpawnErrors.From(failure, request, "spawn"), failure.Errno, run);
        }
        catch
        {
            // What is not a matter of the start: a fake that is not there, a listener that throws.
            run.Slot?.Dispose();
            throw;
        }
    }

    /// <summary>A child that is not even tried to be started.</summary>
    internal static ChildProcess NotStarted(StartRequest request, Exception reason) => new(request, null, reason, 0, default);

    /// <summary>Stops the child when the token is cancelled (Node's <c>signal</c>). To be called before <see cref="Watch"/>.</summary>
    internal void StopOn(CancellationToken cancellationToken)
    {
        if (_lifetime is not null && cancellationToken.CanBeCanceled)
        {
            _cancellation = cancellationToken.UnsafeRegister(static (child, token) => ((ChildProcess)child!).Cancel(token), this);
        }
    }

    private void Cancel(CancellationToken cancellationToken)
    {
        // A child that has ended by itself was not cancelled.
        if (_lifetime!.Status is null)
        {
            // Before the signal, which may end the child at once.
            var cancelled = new OperationCanceledException(cancellationToken);
            _cancelled = cancelled;
            _lifetime.IsCancelled = true;
            OnError(cancelled);
            _lifetime.Stop(forceKillAfter: null);
        }
    }

    /// <summary>Lets the events come.</summary>
    internal ChildProcess Watch()
    {
        if (_lifetime is not null)
        {
            _spawned.Raise(EventArgs.Empty);
            _streams.StartCopies();
            _streams.StartKeeping();
            _lifetime.Watch();
            return this;
        }

        OnError(StartFailure!);
        _channel?.End();
        _exitCompletion.SetException(_queue.Gate, StartFailure!);
        _endCompletion.SetException(_queue.Gate, StartFailure!);
        _end = new ExitedEventArgs(ExitCode, null);
        RaiseClosed();
        return this;
    }

    /// <summary>Gives up on output that has not come yet; what is in the pipes is kept.</summary>
    internal void DropOutputs() => _streams.EndOutputs(isStopped: true);

    void IEndObserver.OnEnded() => _lifetime?.OnOutputEnded();

    void IOutputObserver.OnFailed(Exception exception) => OnError(exception);

    void ILifetimeEvents.OnLetGo(Exception refusal) => _ = LetGoAsync(refusal);

    void ILifetimeEvents.OnError(Exception exception) => OnError(exception);

    void ILifetimeEvents.OnExited(ExitStatus status)
    {
        foreach (var file in _request.Files)
        {
            file.Follow();
        }

        _end = new ExitedEventArgs(status.ExitCode, status.Signal);
        _exited.Raise(_end);
        _queue.EnqueueOrRun(static child => child.Complete(ref child._exitCompletion), this);
    }

    void ILifetimeEvents.OnClosed(ExitStatus status)
    {
        _cancellation.Unregister();
        if (_afterData.IsIdle)
        {
            RaiseClosed();
        }
        else
        {
            _afterData.Run(RaiseClosed);
        }

        _endCompletion.SetResult(_queue.Gate, status);
    }

    /// <summary>The caller's stream, which the child was fed from, is the caller's again before anybody goes on.</summary>
    private async Task LetGoAsync(Exception refusal)
    {
        _streams.StopFeed();
        await _streams.Feed.ConfigureAwait(false);
        _endCompletion.SetException(_queue.Gate, refusal);
        TakeObserver()?.OnLetGo(_stage);
    }

    /// <summary>
    /// The end of the child and its output, after the handlers of everything that has happened by then. Within a handler,
    /// which must not wait for itself, the end alone.
    /// </summary>
    private async Task<ExitStatus> WaitForEndAsync()
    {
        var isInHandler = _queue.IsDeliveringHere;
        await ((Task)_endCompletion.GetTask(_queue.Gate)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!isInHandler)
        {
            // One that may not be signalled goes on, and so may its data.
            await (_endCompletion.GetTask(_queue.Gate).IsFaulted ? _queue.DeliveredAsync() : AfterHandlersAsync(_endCompletion.GetTask(_queue.Gate))).ConfigureAwait(false);
        }

        return await _endCompletion.GetTask(_queue.Gate).ConfigureAwait(false);
    }

    private ExitStatus EndStatus => new(_end!.ExitCode, _end.Signal);

    private void OnError(Exception exception) => _error.Raise(new ProcessErrorEventArgs(exception));

    private void RaiseClosed()
    {
        _closed.Raise(_end!);
        _queue.EnqueueOrRun(static child => child.CompleteClose(), this);
    }

    private void CompleteClose()
    {
        if (StartFailure is null)
        {
            Complete(ref _closeCompletion);
            TakeObserver()?.OnClosed(_stage, EndStatus);
        }
        else
        {
            _closeCompletion.SetException(_queue.Gate, StartFailure);
        }
    }

    /// <summary>It hears of one end: a child that was let go may still be closed while others of its run go on.</summary>
    private IChildObserver? TakeObserver() => Interlocked.Exchange(ref _observer, null);

    private void Complete(ref Completion<ExitStatus> completion)
    {
        if (_cancelled is { } cancelled)
        {
            completion.SetException(_queue.Gate, cancelled);
        }
        else
        {
            completion.SetResult(_queue.Gate, EndStatus);
        }
    }

    /// <summary>
    /// The same result, after the handlers of everything that has happened by now, late ones included: so an exception of
    /// theirs ends the process before the result is seen.
    /// </summary>
    internal Task<T> AfterHandlersAsync<T>(Task<T> result)
    {
        if (_afterData.IsIdle)
        {
            return _queue.AfterDeliveriesAsync(result);
        }

        return EventQueue.AfterAsync(AfterDataAsync(), result);
    }

    /// <summary>In a method of its own, as the closure would be made where there is no data too.</summary>
    private Task AfterDataAsync()
    {
        var mark = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _afterData.Run(() => _queue.Enqueue(mark.SetResult));
        return mark.Task;
    }
}
