using System.Diagnostics;
using TypedExec.Platform;
using TypedExec.Requests;

namespace TypedExec.Running;

/// <summary>The sync calls: a child that is run to its end on the caller's thread.</summary>
internal static class SyncRun
{
    public static SpawnSyncResult Spawn(StartRequest request, CaptureRunOptions options)
    {
        try
        {
            var outcome = Backend.Current.RunSync(request, new SyncLimits(options.Input.ToBytes(options.Encoding), options.MaxBuffer));
            return new SpawnSyncResult(outcome, Limit(outcome, request), options.Encoding);
        }
        catch (SpawnFailureException failure)
        {
            return new SpawnSyncResult(null, SpawnError.From(failure, request, "spawnSync"), options.Encoding);
        }
    }

    /// <exception cref="ExecException">The child could not be started, failed, timed out or wrote too much.</exception>
    public static ExecResult Exec(StartRequest request, CaptureRunOptions options)
    {
        var start = Stopwatch.GetTimestamp();
        SyncOutcome sync;
        try
        {
            sync = Backend.Current.RunSync(request, new SyncLimits(options.Input.ToBytes(options.Encoding), options.MaxBuffer));
        }
        catch (SpawnFailureException failure)
        {
            throw SpawnError.From(failure, request, "spawnSync");
        }

        var outcome = new Outcome(
            request, options, sync.Status, StopOf(sync), Killed: false, sync.Output[1], sync.Output[2], Stopwatch.GetElapsedTime(start));
        if (Limit(sync, request, outcome) is { } limit)
        {
            throw limit;
        }

        return outcome.IsFailure ? throw outcome.ToException() : outcome.ToResult();
    }

    private static StopReason StopOf(SyncOutcome outcome) => outcome switch
    {
        { TimedOut: true } => StopReason.TimedOut,
        { Overflowed: 1 } => StopReason.StdoutOverflowed,
        { Overflowed: not null } => StopReason.StderrOverflowed,
        _ => StopReason.None,
    };

    /// <summary>Node's sync calls name the limits as system errors.</summary>
    private static ExecException? Limit(SyncOutcome sync, StartRequest request, Outcome? outcome = null)
    {
        var errno = sync.TimedOut ? Errno.ETIMEDOUT : sync.Overflowed is not null ? Errno.ENOBUFS : 0;
        if (errno == 0)
        {
            return null;
        }

        var syscall = $"spawnSync {request.File}";
        var captured = outcome?.ToException();
        return new ExecException($"{syscall} {Errno.Name(errno)}")
        {
            Code = Errno.Name(errno),
            Errno = -errno,
            Syscall = syscall,
            Path = request.File,
            SpawnArgs = [.. request.ShownArgv.Skip(1)],
            Cmd = request.Command,
            ExitCode = sync.Status.ExitCode,
            Signal = sync.Status.Signal,
            Killed = true,
            TimedOut = sync.TimedOut,
            Stdout = captured?.Stdout ?? "",
            Stderr = captured?.Stderr ?? "",
        };
    }
}
