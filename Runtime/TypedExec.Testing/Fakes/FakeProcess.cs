using TypedExec.IO;
using TypedExec.Platform;
using TypedExec.Stopping;
using TypedExec.Testing.Streams;

namespace TypedExec.Testing.Fakes;

/// <summary>A child that isn't a process. The runtime sees it as one that was started, and it ends once.</summary>
internal sealed class FakeProcess(FakeCall call, FakeDescriptors descriptors) : StartedChild
{
    /// <summary>Process IDs on Linux are never this high (PID_MAX_LIMIT), so none of them belongs to another process.</summary>
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

    /// <summary>Gets a token that is canceled when the fake has ended.</summary>
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

    /// <summary>
    /// Does what the kernel does: SIGKILL ends the fake, and so does any other fatal signal that it doesn't handle.
    /// </summary>
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

    /// <summary>Does nothing, because no ^D has to be typed to end the input.</summary>
    public override Task EndTerminalInputAsync(Stream input, bool isAtLineStart, CancellationToken childEnded)
    {
        descriptors.Input(0)?.Close();
        return Task.CompletedTask;
    }

    public override void Release()
    {
    }

    /// <summary>From now on, signals other than SIGKILL don't end the fake.</summary>
    public void HandleSignals()
    {
        lock (_gate)
        {
            _handlesSignals = true;
        }
    }

    /// <summary>Returns the next signal that hasn't been taken.</summary>
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

    /// <summary>Ends the fake unless it has already ended. Waiting code is notified on the thread pool.</summary>
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
                    // It arrived at this very moment and is kept for the next call.
                    _signals.Enqueue(waiting.Task.Result);
                }
            }

            throw;
        }
    }

    /// <summary>Follows the kernel's order: the descriptors are closed first.</summary>
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
        // Runs what the script has registered, which is user code.
        _ = _ended.CancelAsync();
    }
}
