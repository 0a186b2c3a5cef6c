using System.Diagnostics;
using TypedExec.Running;
using TypedExec.IO;
using TypedExec.Children;
using TypedExec.Requests;

namespace TypedExec.Pipelines;

/// <summary>
/// One <c>ExecFile</c> of a pipeline: starts all stages, feeds the first, captures what is to be captured, and stops all of
/// them at a limit. The result comes when all are gone.
/// </summary>
internal sealed class PipelineRun
{
    private readonly PipelinePlan _plan;
    private readonly CaptureRunOptions _options;
    private readonly CancellationToken _ct;
    private readonly TaskCompletionSource<PipelineResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ExitStatus[] _statuses;
    private readonly OutputBuffer _stdout;
    private readonly OutputBuffer[] _stderrs;
    private readonly ChildProcess[] _stages;
    private readonly long _start = Stopwatch.GetTimestamp();
    private CancellationTokenRegistration _cancellation;
    private Timer? _timeout;
    private Exception? _streamFailure;
    private PipelineStop? _stop;

    // The stages that have not ended, and one for the beginning itself: it must not be overtaken by the end.
    private int _running = 1;

    private PipelineRun(PipelinePlan plan, CaptureRunOptions options, CancellationToken cancellationToken)
    {
        _plan = plan;
        _options = options;
        _ct = cancellationToken;
        var count = plan.Requests.Count;
        _statuses = new ExitStatus[count];
        _stdout = new OutputBuffer(options.MaxBuffer, _ => Stop(new PipelineStop(StopReason.StdoutOverflowed, count - 1)));
        _stderrs = new OutputBuffer[count];
        for (var i = 0; i < count; i++)
        {
            var stop = new PipelineStop(StopReason.StderrOverflowed, i);
            _stderrs[i] = new OutputBuffer(options.MaxBuffer, _ => Stop(stop));
        }

        _stages = cancellationToken.IsCancellationRequested
            ? [.. plan.Requests.Select(request => ChildProcess.NotStarted(request, new OperationCanceledException(cancellationToken)))]
            // Each stage's time limit is the pipeline's, and is kept here.
            : PipelineStart.Start(plan, i => new StageObserver(this, i));
    }

    public IReadOnlyList<ChildProcess> Children => _stages;

    public Task<PipelineResult> Result => _result.Task;

    /// <param name="plan">What to start.</param>
    /// <param name="options">What to capture, and the limits.</param>
    /// <param name="cancellationToken">Ends all stages.</param>
    /// <param name="isStreamed">Whether the last stage's stdout is left to be read, and the first one's stdin is at its end without input.</param>
    public static PipelineRun Start(PipelinePlan plan, CaptureRunOptions options, CancellationToken cancellationToken, bool isStreamed)
    {
        var run = new PipelineRun(plan, options, cancellationToken);
        run.Begin(isStreamed);
        return run;
    }

    /// <summary>Ends what still runs, and waits for it.</summary>
    public async Task EndAsync()
    {
        PipelineStart.End(_stages);
        await ((Task)_result.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Begin(bool isStreamed)
    {
        for (var i = 0; i < _stages.Length; i++)
        {
            if (_stages[i].StartFailure is null)
            {
                _running++;
                _stages[i].Stderr!.CaptureTo(_stderrs[i]);
            }
        }

        if (!isStreamed && _stages[^1].StartFailure is null)
        {
            _stages[^1].Stdout?.CaptureTo(_stdout);
        }

        ObserveStreams();
        foreach (var stage in _stages)
        {
            stage.Begin();
        }

        if (PipelineStart.FailedStage(_stages) >= 0)
        {
            PipelineStart.End(_stages);
        }
        else
        {
            Feed(isStreamed);
            ObserveLimits();
        }

        OnEnded();
    }

    /// <summary>What fails in reading or writing a stream of the caller's is told by the child's error event.</summary>
    private void ObserveStreams()
    {
        foreach (var stage in (ReadOnlySpan<ChildProcess>)[_stages[0], _stages[^1]])
        {
            var stdio = _plan.Requests[Array.IndexOf(_stages, stage)].Stdio;
            if (stage.StartFailure is null && stdio.Any(static entry => entry.Kind == StdioKind.Stream))
            {
                stage.Error += (_, error) =>
                {
                    if (error.Exception is ExecException { Syscall: "kill" })
                    {
                        return;
                    }

                    Interlocked.CompareExchange(ref _streamFailure, error.Exception, null);
                    Stop(new PipelineStop(StopReason.None, null));
                };
            }
        }
    }

    private void Feed(bool isStreamed)
    {
        if (_stages[0].Stdin is { } stdin && (_options.Input.IsSet || isStreamed))
        {
            _ = FeedAsync(stdin, _options.Input.ToBytes(_options.Encoding));
        }
    }

    /// <summary>That the first stage stops reading early is its right and no failure of the run.</summary>
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

    private void ObserveLimits()
    {
        if (_plan.Timeout is { } timeout)
        {
            _timeout = new Timer(
                static run => ((PipelineRun)run!).Stop(new PipelineStop(StopReason.TimedOut, null)),
                this, timeout, Timeout.InfiniteTimeSpan);
        }

        _cancellation = _ct.UnsafeRegister(
            static run => ((PipelineRun)run!).Stop(new PipelineStop(StopReason.Cancelled, null)), this);
    }

    /// <summary>
    /// Kills all stages and, as Node does, gives their output up, so that a descendant which holds that open delays nothing.
    /// </summary>
    private void Stop(PipelineStop stop)
    {
        if (Interlocked.CompareExchange(ref _stop, stop, null) is not null)
        {
            return;
        }

        for (var i = 0; i < _stages.Length; i++)
        {
            _stages[i].Kill(_plan.Requests[i].Options.KillSignal);
        }

        foreach (var stage in _stages)
        {
            stage.CloseOutputs();
        }
    }

    private void OnEnded()
    {
        if (Interlocked.Decrement(ref _running) > 0)
        {
            return;
        }

        _timeout?.Dispose();
        _cancellation.Unregister();
        var failed = PipelineStart.FailedStage(_stages);
        if (failed >= 0)
        {
            var failure = _plan.StartError(failed, _stages[failed].StartFailure!);
            _ = failure is OperationCanceledException ? _result.TrySetCanceled(_ct) : _result.TrySetException(failure);
        }
        else if (_streamFailure is not null)
        {
            _result.TrySetException(_streamFailure);
        }
        else if (_stop?.Reason == StopReason.Cancelled)
        {
            _result.TrySetCanceled(_ct);
        }
        else
        {
            Complete();
        }
    }

    private void Complete()
    {
        var outcome = new PipelineOutcome(
            _plan, _options, _statuses, _stop, _stdout.Bytes, Array.ConvertAll(_stderrs, static buffer => buffer.Bytes),
            Stopwatch.GetElapsedTime(_start));
        if (outcome.IsFailure)
        {
            _result.TrySetException(outcome.ToException());
        }
        else
        {
            _result.TrySetResult(outcome.ToResult());
        }
    }

    private sealed class StageObserver(PipelineRun run, int stage) : IChildObserver
    {
        public void OnTimedOut()
        {
        }

        public void OnClosed(ExitStatus status)
        {
            run._statuses[stage] = status;
            run.OnEnded();
        }
    }
}
