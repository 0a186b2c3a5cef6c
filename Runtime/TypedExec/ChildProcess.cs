using TypedExec.Events;
using TypedExec.IO;
using TypedExec.Children;
using TypedExec.Platform;
using TypedExec.Requests;
using TypedExec.Telemetry;

namespace TypedExec;

/// <summary>
/// Represents a child process (Node's <c>ChildProcess</c>). Its events are delivered in order, one at a time, on the thread pool;
/// a handler that is added late still gets the events.
/// </summary>
/// <remarks>You don't have to await or dispose it: such a child keeps running and is reaped when it exits.</remarks>
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

    /// <summary>Occurs when the child has been started (Node's <c>spawn</c>).</summary>
    public event EventHandler? Spawned
    {
        add => _spawned.Add(value);
        remove => _spawned.Remove(value);
    }

    /// <summary>Occurs when the child has exited (Node's <c>exit</c>). Its output may still be open.</summary>
    public event EventHandler<ExitedEventArgs>? Exited
    {
        add => _exited.Add(value);
        remove => _exited.Remove(value);
    }

    /// <summary>Occurs when the child can't be started or can't be signaled (Node's <c>error</c>).</summary>
    public event EventHandler<ProcessErrorEventArgs>? Error
    {
        add => _error.Add(value);
        remove => _error.Remove(value);
    }

    /// <summary>
    /// Occurs when the child has exited, all its output has ended and all data has been delivered (Node's <c>close</c>). It is
    /// always raised, and always last.
    /// </summary>
    /// <remarks>Add handlers of <see cref="ChildOutput.Data"/> first. For a child that exited long ago, the event may otherwise
    /// be raised before they are added.</remarks>
    public event EventHandler<ExitedEventArgs>? Closed
    {
        add => _closed.Add(value, _afterData.Run);
        remove => _closed.Remove(value);
    }

    /// <summary>Gets the process ID, or null if the child couldn't be started (Node's <c>pid</c>).</summary>
    public int? Pid { get; }

    /// <summary>Gets the program that is run (Node's <c>spawnfile</c>), or the shell if one is used.</summary>
    public string SpawnFile => _request.File;

    /// <summary>Gets the whole command line, starting with argv[0] and with secrets masked (Node's <c>spawnargs</c>).</summary>
    public IReadOnlyList<string> SpawnArgs => _request.MaskedArgv;

    /// <summary>
    /// Gets the exit code (Node's <c>exitCode</c>). It is null while the child is running and if a signal ended it; for a child
    /// that couldn't be started it is the negative errno, as in Node.
    /// </summary>
    public int? ExitCode => _startErrno == 0 ? _lifetime?.Status?.ExitCode : -_startErrno;

    /// <summary>Gets the signal that ended the child, or null (Node's <c>signalCode</c>).</summary>
    public Signal? SignalCode => _lifetime?.Status?.Signal;

    /// <summary>
    /// Gets a value that indicates whether <see cref="Kill"/>, a timeout, a cancellation or a limit has sent the child a signal
    /// (Node's <c>killed</c>). A probe with signal 0 counts, as in Node.
    /// </summary>
    public bool Killed => _lifetime is { IsSignalled: true };

    /// <summary>Gets the child's stdin, or null if it isn't a pipe (Node's <c>stdin</c>).</summary>
    public ChildInput? Stdin { get; }

    /// <summary>Gets the child's stdout, or null if it isn't a pipe (Node's <c>stdout</c>).</summary>
    public ChildOutput? Stdout { get; }

    /// <summary>Gets the child's stderr, or null if it isn't a pipe (Node's <c>stderr</c>).</summary>
    public ChildOutput? Stderr { get; }

    /// <summary>Gets the child's pseudo-terminal, or null if <see cref="SpawnOptions.Terminal"/> wasn't set.</summary>
    public ChildTerminal? Terminal => _streams.Terminal;

    /// <summary>
    /// Gets the streams of all the child's descriptors, indexed by descriptor number (Node's <c>stdio</c>). An entry is null if
    /// the descriptor isn't a pipe.
    /// </summary>
    public IReadOnlyList<Stream?> Stdio => field ??= _streams.ToList();

    /// <summary>Gets the child's stdout, or what its terminal displays.</summary>
    internal ChildOutput? Printed => Terminal?.Output ?? Stdout;

    /// <summary>Gets the reason why the child couldn't be started, or null.</summary>
    internal Exception? StartFailure { get; }

    /// <summary>
    /// Sends a signal to the child, or to its whole group with the option <c>KillDescendants</c> (Node's <c>kill</c>). It doesn't
    /// wait: <see cref="Exited"/> is raised when the child has exited.
    /// </summary>
    /// <param name="signal">The signal to send. 0 sends none, and probes whether the child exists.</param>
    /// <returns>True if the signal was sent. False if the child has exited, or if it can't be signaled, which raises <see cref="Error"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="signal"/> isn't a valid signal.</exception>
    public bool Kill(Signal signal = Signal.SIGTERM)
    {
        if (signal != 0)
        {
            ArgumentCheck.KnownSignal(signal, nameof(signal));
        }

        return _lifetime is not null && _lifetime.Kill(signal);
    }

    /// <summary>Stops waiting for output that hasn't arrived yet; what is in the pipes is kept.</summary>
    internal void DropOutputs() => _streams.EndOutputs(isStopped: true);

    void IEndObserver.OnEnded() => _lifetime?.OnOutputEnded();

    void IOutputObserver.OnFailed(Exception exception) => OnError(exception);

    void ILifetimeEvents.OnAbandoned(Exception refusal) => _ = AbandonAsync(refusal);

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

    /// <summary>Returns the stream that the child was fed from to the caller before any awaiting code continues.</summary>
    private async Task AbandonAsync(Exception refusal)
    {
        _streams.StopFeed();
        await _streams.Feed.ConfigureAwait(false);
        _endCompletion.SetException(_queue.Gate, refusal);
        TakeObserver()?.OnAbandoned(_stage);
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

    /// <summary>Each child reports one end: an abandoned child may still be closed while others of its run continue.</summary>
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
}
