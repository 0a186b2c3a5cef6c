using System.Diagnostics;
using TypedExec.Running;
using TypedExec.Platform;
using TypedExec.Requests;

namespace TypedExec.Pipelines;

/// <summary>A pipeline that is run to its end on the caller's thread.</summary>
internal static class PipelineSyncRun
{
    /// <exception cref="ExecException">A stage could not be started or failed, or all were stopped at a limit.</exception>
    public static PipelineResult Exec(PipelinePlan plan, CaptureRunOptions options)
    {
        foreach (var request in plan.Requests)
        {
            OptionCheck.NoStreams(request.Stdio);
        }

        var start = Stopwatch.GetTimestamp();
        var sync = Backend.Current.Pipelines.RunSync(
            plan.Requests, plan.Timeout, new SyncLimits(options.Input.ToBytes(options.Encoding), options.MaxBuffer));
        if (sync.Failure is { } failure)
        {
            throw plan.StartError(sync.FailedStage, SpawnError.From(failure, plan.Requests[sync.FailedStage], "spawnSync"));
        }

        var outcome = new PipelineOutcome(
            plan, options, sync.Statuses, StopOf(sync), sync.Stdout, Array.ConvertAll(sync.Stderrs, static bytes => new ReadOnlyMemory<byte>(bytes)),
            Stopwatch.GetElapsedTime(start));
        if (outcome.Stop is not null)
        {
            throw Limit(sync, outcome);
        }

        return outcome.IsFailure ? throw outcome.ToException() : outcome.ToResult();
    }

    private static PipelineStop? StopOf(PipelineSyncOutcome sync) => sync switch
    {
        { TimedOut: true } => new PipelineStop(StopReason.TimedOut, null),
        { Overflowed: (var stage, 1) } => new PipelineStop(StopReason.StdoutOverflowed, stage),
        { Overflowed: (var stage, _) } => new PipelineStop(StopReason.StderrOverflowed, stage),
        _ => null,
    };

    /// <summary>Node's sync calls name the limits as system errors.</summary>
    private static ExecException Limit(PipelineSyncOutcome sync, PipelineOutcome outcome)
    {
        var errno = sync.TimedOut ? Errno.ETIMEDOUT : Errno.ENOBUFS;
        var captured = outcome.ToException();
        var syscall = $"spawnSync {captured.Path ?? outcome.Plan.Command}";
        return new ExecException($"{syscall} {Errno.Name(errno)}")
        {
            Code = Errno.Name(errno),
            Errno = -errno,
            Syscall = syscall,
            Path = captured.Path,
            SpawnArgs = captured.SpawnArgs,
            Cmd = captured.Cmd,
            ExitCode = captured.ExitCode,
            Signal = captured.Signal,
            Killed = true,
            TimedOut = sync.TimedOut,
            Stage = captured.Stage,
            Stdout = captured.Stdout,
            Stderr = captured.Stderr,
        };
    }
}
