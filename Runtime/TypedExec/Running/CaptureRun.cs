using TypedExec.Children;
using TypedExec.IO;
using TypedExec.Platform;
using TypedExec.Requests;
using TypedExec.Running.Outputs;
using TypedExec.Stopping;

namespace TypedExec.Running;

/// <summary>
/// One run of <c>Exec</c> or <c>ExecFile</c>, of a single command or of a pipeline: starts its stages, feeds the first, captures
/// their output, and stops all of them at a limit. The result is available when all have exited.
/// </summary>
internal sealed class CaptureRun : IChildObserver, IBufferObserver
{
    private readonly RunPlan _plan;
    private readonly CaptureRunOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LoopDriver _driver;
    private readonly ChildProcess[] _stages;
    private readonly StageOutcome[] _outcomes;
    private readonly object _buffers = new();
    private readonly TimeProvider _time = Backend.Current.Time;
    private readonly long _start;
    private readonly IDisposable? _slot;
    private readonly TimeSpan _waited;
    private OutputTargets? _targets;
    private CancellationTokenRegistration _cancellation;
    private Exception? _failure;

    // The stages that haven't ended, plus one for the start itself, which the end must not overtake.
    private int _running = 1;

    private CaptureRun(RunPlan plan, CaptureRunOptions options, CancellationToken cancellationToken, IDisposable? slot, TimeSpan waited)
    {
        _start = _time.GetTimestamp();
        _plan = plan;
        _slot = slot;
        _waited = waited;
        _options = options;
        _cancellationToken = cancellationToken;
        _outcomes = new StageOutcome[plan.Requests.Count];
        _driver = plan.CreateDriver();
        _stages = cancellationToken.IsCancellationRequested
            ? StageStart.None(plan, OutcomeMapper.NotStarted(plan, cancellationToken))
            : StageStart.Start(plan, _driver, this);
    }

    public ChildProcess[] Stages => _stages;

    /// <param name="plan">What to start.</param>
    /// <param name="options">What to capture, and the limits.</param>
    /// <param name="cancellationToken">Stops all stages.</param>
    /// <exception cref="System.Text.EncoderFallbackException">The input can't be encoded; nothing was started.</exception>
    /// <param name="slot">The slot that the service has lent it, or null; it is returned at the end.</param>
    /// <param name="waited">How much of its time has already passed.</param>
    public static CaptureRun Start(
        RunPlan plan, CaptureRunOptions options, CancellationToken cancellationToken, IDisposable? slot = null, TimeSpan waited = default)
    {
        try
        {
            var input = options.InputBytes;
            var run = new CaptureRun(plan, options, cancellationToken, slot, waited);
            run.Watch(input);
            return run;
        }
        catch
        {
            slot?.Dispose();
            throw;
        }
    }

    /// <summary>Returns the result of a single command.</summary>
    /// <remarks>The exception of a failed or canceled run is created here, on the thread pool, because that is where the user's
    /// encoding runs. If an async method throws the exception of a cancellation, its task is canceled and still has that
    /// exception.</remarks>
    public async Task<ExecResult> ResultAsync()
    {
        await _ended.Task.ConfigureAwait(false);
        var outcome = End();
        try
        {
            return OutcomeMapper.ToResult(_plan, _options, outcome, _cancellationToken);
        }
        finally
        {
            outcome.LeaveBudget();
        }
    }

    /// <summary>Returns the result of a pipeline.</summary>
    public async Task<PipelineResult> PipelineResultAsync()
    {
        await _ended.Task.ConfigureAwait(false);
        var outcome = End();
        try
        {
            return OutcomeMapper.ToPipelineResult(_plan, _options, outcome, _cancellationToken);
        }
        finally
        {
            outcome.LeaveBudget();
        }
    }

    /// <summary>Returns how the run ended.</summary>
    public async Task<RunOutcome> OutcomeAsync()
    {
        await _ended.Task.ConfigureAwait(false);
        return Outcome();
    }

    /// <summary>Must be called when all stages have ended.</summary>
    private RunOutcome End()
    {
        _slot?.Dispose();
        return Outcome();
    }

    void IChildObserver.OnClosed(int stage, ExitStatus status)
    {
        _outcomes[stage] = _outcomes[stage] with { Status = status };
        OnEnded();
    }

    void IChildObserver.OnAbandoned(int stage)
    {
        _stages[stage].DropOutputs();
        OnEnded();
    }

    private void Watch(ReadOnlyMemory<byte> input)
    {
        // All of them first: the first stage may have too much output before the last is examined.
        for (var i = 0; i < _stages.Length; i++)
        {
            _outcomes[i] = _outcomes[i] with { Output = new OutputBuffer?[3] };
        }

        for (var i = 0; i < _stages.Length; i++)
        {
            if (_stages[i].StartFailure is null)
            {
                _running++;
                Capture(i, 2);
                if (i == _stages.Length - 1)
                {
                    Capture(i, 1);
                }
            }
        }

        ObserveStreams();
        foreach (var stage in _stages)
        {
            stage.Watch();
        }

        if (StageStart.FailedStage(_stages) is >= 0 and var failed)
        {
            _failure = _stages[failed].StartFailure;
            _driver.StartFailed(failed);
        }
        else
        {
            if (_options.Input.IsData && _stages[0].Stdin is { } stdin)
            {
                _ = stdin.FeedAsync(input);
            }

            ObserveLimits();
        }

        OnEnded();
    }

    private void Capture(int stage, int output)
    {
        if ((output == 1 ? _stages[stage].Printed : _stages[stage].Stderr) is not { } stream)
        {
            return;
        }

        var buffer = new OutputBuffer(_options.MaxBuffer, this, _buffers);
        _outcomes[stage].Output[output] = buffer;
        var plan = output == 1 ? _options.Stdout : _options.Stderr;
        if (plan.Targets.Count == 0)
        {
            stream.CaptureTo(buffer);
        }
        else if ((_targets ??= new OutputTargets(_options, Fail)).Attach(stream, plan, buffer, isError: output == 2) is { } tail)
        {
            _outcomes[stage] = _outcomes[stage] with { Tails = _outcomes[stage].Tails ?? new OutputTail?[3] };
            _outcomes[stage].Tails![output] = tail;
        }
    }

    void IBufferObserver.OnRefused(OutputBuffer buffer)
    {
        var stage = Array.FindIndex(_outcomes, outcome => Array.IndexOf(outcome.Output, buffer) >= 0);
        if (buffer.Shortage is { } shortage)
        {
            Interlocked.CompareExchange(ref _failure, shortage, null);
        }

        _driver.NoteStop(
            buffer.Shortage is not null ? StopReason.Failed
                : buffer == _outcomes[stage].Output[1] ? StopReason.StdoutOverflowed
                : StopReason.StderrOverflowed,
            stage);
    }

    /// <summary>Reports failures of the caller's streams through the child's error event.</summary>
    private void ObserveStreams()
    {
        for (var i = 0; i < _stages.Length; i++)
        {
            if (_stages[i].StartFailure is null && _plan.HasStream(i))
            {
                _stages[i].Error += (_, error) =>
                {
                    if (error.Exception is not ExecException { Syscall: "kill" })
                    {
                        Fail(error.Exception);
                    }
                };
            }
        }
    }

    private void Fail(Exception failure)
    {
        // In a stopped run the first reason counts, and such a failure is usually its consequence.
        if (_driver.Stopped.Reason == StopReason.None)
        {
            Interlocked.CompareExchange(ref _failure, failure, null);
            _driver.Stop(StopReason.Failed);
        }
    }

    private void ObserveLimits()
    {
        if (QueuedRun.Left(_plan.Timeout, _waited) is { } timeout)
        {
            _driver.SetTimeout(timeout);
        }

        if (!_cancellationToken.CanBeCanceled)
        {
            return;
        }

        _cancellation = _cancellationToken.UnsafeRegister(static run => ((CaptureRun)run!)._driver.Stop(StopReason.Cancelled), this);
    }

    private void OnEnded()
    {
        if (Interlocked.Decrement(ref _running) == 0)
        {
            _cancellation.Unregister();
            _ended.SetResult();
        }
    }

    private RunOutcome Outcome()
    {
        var (reason, reasonStage, refusedErrno) = _driver.Stopped;
        for (var i = 0; i < _outcomes.Length; i++)
        {
            _outcomes[i] = _outcomes[i] with { Pid = _stages[i].Pid ?? 0, Killed = _stages[i].Killed };
        }

        return new RunOutcome
        {
            Stages = _outcomes,
            Reason = reason,
            ReasonStage = reasonStage,
            RefusedErrno = refusedErrno,
            Failure = _failure,
            Duration = _time.GetElapsedTime(_start),
        };
    }
}
