using System.Diagnostics;
using System.Runtime.ExceptionServices;
using TypedExec.Events;
using TypedExec.Requests;
using TypedExec.Services;
using TypedExec.Stopping;

namespace TypedExec.Telemetry;

/// <summary>
/// Notifies listeners of one child: the span, the metrics and the log. It doesn't exist if there is no listener.
/// </summary>
/// <remarks>Listeners are user code: every method is called without a lock, on the caller's thread or the thread pool. The
/// methods about the child's end are called before anything completes that could be awaited.</remarks>
internal sealed class ChildTrace
{
    private readonly StartRequest _request;
    private readonly IChildLog? _log;
    private readonly Activity? _activity;
    private readonly KeyValuePair<string, object?> _name;
    private readonly long _start;
    private readonly bool _countsBytes;
    private readonly long[] _bytes = new long[3];
    private int _pid;
    private int _isFailureCounted;
    private int _isOver;

    private ChildTrace(StartRequest request, IChildLog? log)
    {
        _request = request;
        _log = log;
        _start = Stopwatch.GetTimestamp();
        _countsBytes = Instruments.Bytes.Enabled;
        _name = new("process.executable.name", Path.GetFileName(request.File));
        _activity = StartActivity();
    }

    /// <summary>Gets whether the bytes in its pipes are counted.</summary>
    public bool CountsBytes => _countsBytes;

    /// <summary>Reports that a child is about to be started. Returns null if there is no listener.</summary>
    /// <param name="request">The child, which gets the trace context if that is requested.</param>
    public static ChildTrace? Start(ref StartRequest request)
    {
        var log = RunService.Current?.Log;
        var trace = log is not null || Instruments.IsListenedTo ? new ChildTrace(request, log) : null;
        if (request.Options.PropagateTraceContext && (trace?._activity ?? Activity.Current) is { IdFormat: ActivityIdFormat.W3C, Id: { } id } context)
        {
            request = request with { Environment = request.Environment.With("TRACEPARENT", id).With("TRACESTATE", context.TraceStateString) };
        }

        return trace;
    }

    /// <summary>Reports that it was started.</summary>
    public void Started(int pid)
    {
        _pid = pid;
        Tell(static trace =>
        {
            trace._activity?.SetTag("process.pid", trace._pid);
            Instruments.Started.Add(1, trace._name);
            Instruments.Active.Add(1, trace._name);
            trace._log?.Started(trace._request, trace._pid);
        });
    }

    /// <summary>Reports that it couldn't be started.</summary>
    /// <param name="code">The errno's name.</param>
    public void StartFailed(string code)
    {
        Tell(trace =>
        {
            trace.CountFailure(code);
            trace.StopActivity(code);
            trace._log?.StartFailed(trace._request, code);
        });
    }

    /// <summary>Reports that it has exited.</summary>
    /// <param name="status">The exit status.</param>
    /// <param name="reason">Why this process stopped it, if it did.</param>
    /// <param name="isCancelled">True if a token stopped it.</param>
    public void Exited(ExitStatus status, StopReason reason, bool isCancelled = false)
        => End(status, ErrorType(status, isCancelled ? StopReason.Cancelled : reason));

    /// <summary>Reports that it can't be signaled and is no longer waited for.</summary>
    public void Abandon(string code) => End(default, code);

    /// <summary>Reports that it has exited and its outputs have ended.</summary>
    /// <param name="reason">Why this process stopped it, if it did.</param>
    public void Closed(StopReason reason)
    {
        LoopThread.AssertIsOther();
        if (reason is not (StopReason.None or StopReason.Stopped))
        {
            // A limit that was exceeded after the exit.
            CountFailure(ErrorType(default, reason)!);
        }

        for (var i = 0; i < _bytes.Length; i++)
        {
            if (_countsBytes && _bytes[i] > 0)
            {
                Instruments.Bytes.Add(_bytes[i], _name, new("typedexec.stream", i == 0 ? "stdin" : i == 1 ? "stdout" : "stderr"));
            }
        }
    }

    /// <summary>Counts bytes. Called on any thread, possibly with a lock held, because nobody is notified yet.</summary>
    public void Count(int stream, long bytes) => Interlocked.Add(ref _bytes[stream], bytes);

    /// <summary>
    /// Notifies listeners while the child is being started. An exception of theirs is unhandled, as in an event handler, and must
    /// not leave an unknown child running.
    /// </summary>
    private void Tell(Action<ChildTrace> tell)
    {
        LoopThread.AssertIsOther();
        try
        {
            tell(this);
        }
        catch (Exception exception)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static failure => failure.Throw(), ExceptionDispatchInfo.Capture(exception), preferLocal: false);
        }
    }

    /// <summary>Returns the value of <c>error.type</c>, or null for a success.</summary>
    private string? ErrorType(ExitStatus status, StopReason reason) => reason switch
    {
        StopReason.TimedOut => "timeout",
        StopReason.StdoutOverflowed or StopReason.StderrOverflowed => "max_buffer",
        StopReason.Cancelled => "cancelled",
        StopReason.Failed or StopReason.StartFailed => "run_failed",
        // By StopAsync or disposal, as the caller wanted.
        StopReason.Stopped => null,
        _ when _request.Options.IsSuccess(status) => null,
        _ when status.ExitCode is { } code => code.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => status.Signal?.ToString() ?? "_OTHER",
    };

    private void End(ExitStatus status, string? errorType)
    {
        LoopThread.AssertIsOther();
        if (Interlocked.Exchange(ref _isOver, 1) != 0)
        {
            return;
        }

        var elapsed = Stopwatch.GetElapsedTime(_start);
        if (status.ExitCode is { } code)
        {
            _activity?.SetTag("process.exit.code", code);
        }

        if (errorType is null)
        {
            Instruments.Duration.Record(elapsed.TotalSeconds, _name);
        }
        else
        {
            Instruments.Duration.Record(elapsed.TotalSeconds, _name, new("error.type", errorType));
            CountFailure(errorType);
        }

        Instruments.Active.Add(-1, _name);
        StopActivity(errorType);
        _log?.Ended(_request, _pid, status, errorType, elapsed);
    }

    private void CountFailure(string errorType)
    {
        if (Interlocked.Exchange(ref _isFailureCounted, 1) == 0)
        {
            Instruments.Failures.Add(1, _name, new("error.type", errorType));
        }
    }

    private Activity? StartActivity()
    {
        if (!Instruments.Source.HasListeners())
        {
            return null;
        }

        // The caller's own activity stays current: the child's activity ends with the child.
        var current = Activity.Current;
        var activity = Instruments.Source.CreateActivity((string)_name.Value!, ActivityKind.Client);
        if (activity is not null)
        {
            activity.SetTag(_name.Key, _name.Value);
            if (Instruments.IncludeArguments)
            {
                activity.SetTag("process.command_args", _request.MaskedArgv.ToArray());
            }

            activity.Start();
            Activity.Current = current;
        }

        return activity;
    }

    private void StopActivity(string? errorType)
    {
        if (_activity is null)
        {
            return;
        }

        if (errorType is not null)
        {
            _activity.SetTag("error.type", errorType);
            _activity.SetStatus(ActivityStatusCode.Error);
        }

        var current = Activity.Current;
        _activity.Stop();
        Activity.Current = current;
    }
}
