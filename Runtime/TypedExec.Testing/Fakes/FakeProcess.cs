using TypedExec.IO;
using TypedExec.Platform;
using TypedExec.Stopping;
using TypedExec.Testing.Streams;

namespace TypedExec.Testing.Fakes;

/// <summary>A child that is no process: to the runtime it is one that was started, and it ends once.</summary>
internal sealed class FakeProcess(FakeCall call, FakeDescriptors descriptors) : StartedChild
{
    /// <summary>No pid of Linux is as high (PID_MAX_LIMIT), so none of them is a stranger's.</summary>
    private const int FirstPid = 4 * 1024 * 1024 + 1;

    private static int s_lastPid = FirstPid - 1;

    private readonly object _gate = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly Queue<Signal> _signals = new();
    private List<TaskCompletionSource<Signal>>? _waiting;
    private bool _handlesSignals;
    private ExitStatus? _status;
    private bool _isEndReported;
    private Action<ExitStatus>? _exited;

    public override int Pid { get; } = Interlocked.Increment(ref s_lastPid);

    public FakeCall Call => call;

    public FakeDescriptors Descriptors => descriptors;

    /// <summary>Cancelled when the fake has ended.</summary>
    public CancellationToken Ended => _ended.Token;

    public bool HasEnded
    {
        get
        {
            lock (_gate)
            {
                return _status is not null;
            }
        }
    }

    public override WritePipe? Input(int index) => descriptors.Input(index);

    public override ReadPipe? Output(int index) => descriptors.Output(index);

    public override void WatchExit(Action<ExitStatus> exited)
    {
        ExitStatus? status = null;
        lock (_gate)
        {
            if (_isEndReported)
            {
                status = _status;
            }
            else
            {
                _exited = exited;
            }
        }

        if (status is { } known)
        {
            exited(known);
        }
    }

    /// <summary>As the kernel does it: SIGKILL ends it, and so does any other ending signal that it does not handle.</summary>
    public override int Kill(Signal signal, bool group)
    {
        TaskCompletionSource<Signal>? waiting = null;
        bool ends;
        lock (_gate)
        {
            if (_status is not null)
            {
                return Errno.ESRCH;
            }

            if (signal == 0 || (signal != Signal.SIGKILL && !EndingSignals.IsToEnd(signal)))
            {
                return 0;
            }

            ends = signal == Signal.SIGKILL || !_handlesSignals;
            if (!ends && _waiting is { Count: > 0 })
            {
                waiting = _waiting[0];
                _waiting.RemoveAt(0);
            }
            else if (!ends)
            {
                _signals.Enqueue(signal);
            }
        }

        waiting?.TrySetResult(signal);
        if (ends)
        {
            End(new ExitStatus(null, signal));
        }

        return 0;
    }

    public override void Resize(TerminalSize size)
    {
    }

    /// <summary>No ^D has to be typed for its input to be at its end.</summary>
    public override Task EndTerminalInputAsync(Stream input, bool isAtLineStart, CancellationToken childEnded)
    {
        descriptors.Input(0)?.Close();
        return Task.CompletedTask;
    }

    public override void Release()
    {
    }

    /// <summary>From now on signals do not end the fake; SIGKILL still does.</summary>
    public void HandleSignals()
    {
        lock (_gate)
        {
            _handlesSignals = true;
        }
    }

    /// <summary>The next signal that nobody has taken.</summary>
    public Task<Signal> NextSignalAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<Signal> waiting;
        lock (_gate)
        {
            _handlesSignals = true;
            if (_signals.TryDequeue(out var signal))
            {
                return Task.FromResult(signal);
            }

            waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
            (_waiting ??= []).Add(waiting);
        }

        return WaitAsync(waiting, cancellationToken);
    }

    /// <summary>Ends the fake, unless it has ended. Whoever waits hears of it on the thread pool.</summary>
    public bool End(ExitStatus status)
    {
        lock (_gate)
        {
            if (_status is not null)
            {
                return false;
            }

            _status = status;
        }

        call.Status = status;
        ThreadPool.UnsafeQueueUserWorkItem(static fake => fake.ReportEnd(), this, preferLocal: false);
        return true;
    }

    private async Task<Signal> WaitAsync(TaskCompletionSource<Signal> waiting, CancellationToken cancellationToken)
    {
        try
        {
            return await waiting.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            lock (_gate)
            {
                _waiting!.Remove(waiting);
                if (waiting.Task.IsCompletedSuccessfully)
                {
                    // It came at this very moment, and is for the next who asks.
                    _signals.Enqueue(waiting.Task.Result);
                }
            }

            throw;
        }
    }

    /// <summary>In the kernel's order: its descriptors are closed first.</summary>
    private void ReportEnd()
    {
        descriptors.Dispose();
        Action<ExitStatus>? exited;
        lock (_gate)
        {
            _isEndReported = true;
            exited = _exited;
        }

        exited?.Invoke(_status!.Value);
        // Runs what the script has registered, which is a user's code.
        _ = _ended.CancelAsync();
    }
}
