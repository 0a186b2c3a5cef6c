using System.Diagnostics;
using TypedExec.IO;
using TypedExec.Children;
using TypedExec.Requests;

namespace TypedExec.Running;

/// <summary>One <c>Exec</c> or <c>ExecFile</c>: feeds stdin, captures stdout and stderr, and stops the child at its limits.</summary>
internal sealed class CaptureRun : IChildObserver
{
    private readonly StartRequest _request;
    private readonly CaptureRunOptions _options;
    private readonly CancellationToken _ct;
    private readonly TaskCompletionSource<ExecResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly OutputBuffer _stdout;
    private readonly OutputBuffer _stderr;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly ChildProcess _child;
    private CancellationTokenRegistration _cancellation;
    private int _stop;

    private CaptureRun(StartRequest request, CaptureRunOptions options, CancellationToken cancellationToken)
    {
        _request = request;
        _options = options;
        _ct = cancellationToken;
        Action<OutputBuffer> overflowed = OnOverflowed;
        _stdout = new OutputBuffer(options.MaxBuffer, overflowed);
        _stderr = new OutputBuffer(options.MaxBuffer, overflowed);
        _child = cancellationToken.IsCancellationRequested
            ? ChildProcess.NotStarted(request, new OperationCanceledException(cancellationToken))
            : ChildProcess.Create(request, this);
    }

    public static Execution Start(StartRequest request, CaptureRunOptions options, CancellationToken cancellationToken)
    {
        return new CaptureRun(request, options, cancellationToken).Begin();
    }

    void IChildObserver.OnTimedOut() => Stop(StopReason.TimedOut);

    void IChildObserver.OnClosed(ExitStatus status)
    {
        _cancellation.Unregister();
        var stop = (StopReason)Volatile.Read(ref _stop);
        if (stop == StopReason.Cancelled)
        {
            _result.TrySetCanceled(_ct);
            return;
        }

        var outcome = new Outcome(
            _request, _options, status, stop, _child.Killed, _stdout.Bytes, _stderr.Bytes, Stopwatch.GetElapsedTime(_start));
        if (outcome.IsFailure)
        {
            _result.TrySetException(outcome.ToException());
        }
        else
        {
            _result.TrySetResult(outcome.ToResult());
        }
    }

    private void OnOverflowed(OutputBuffer buffer)
        => Stop(buffer == _stdout ? StopReason.StdoutOverflowed : StopReason.StderrOverflowed);

    private Execution Begin()
    {
        if (_child.StartFailure is { } failure)
        {
            _child.Begin();
            _ = failure is OperationCanceledException ? _result.TrySetCanceled(_ct) : _result.TrySetException(failure);
            return new Execution(_child, _result.Task);
        }

        _child.Stdout!.CaptureTo(_stdout);
        _child.Stderr!.CaptureTo(_stderr);
        _child.Begin();
        if (_ct.CanBeCanceled)
        {
            ObserveCancellation();
        }

        if (_options.Input.IsSet)
        {
            _ = FeedAsync(_child.Stdin!, _options.Input.ToBytes(_options.Encoding));
        }

        return new Execution(_child, _result.Task);
    }

    private void ObserveCancellation()
    {
        _cancellation = _ct.UnsafeRegister(static state => ((CaptureRun)state!).Stop(StopReason.Cancelled), this);
        if (_result.Task.IsCompleted)
        {
            // It ended before the registration was there to be taken back.
            _cancellation.Unregister();
        }
    }

    /// <summary>That the child stops reading early is its right and no failure of the run.</summary>
    private static async Task FeedAsync(ChildInput stdin, ReadOnlyMemory<byte> input)
    {
        try
        {
            await stdin.WriteAsync(input).ConfigureAwait(false);
        }
        catch (IOException)
        {
        }

        await stdin.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// Kills the child and, as Node does, gives its output up, so that a descendant which holds that open delays nothing.
    /// The result comes when the child is gone.
    /// </summary>
    private void Stop(StopReason reason)
    {
        if (Interlocked.CompareExchange(ref _stop, (int)reason, (int)StopReason.None) == (int)StopReason.None)
        {
            // The reason is noted before the kill, which may end the run at once.
            _child.Kill(_options.KillSignal);
            _child.CloseOutputs();
        }
    }
}
