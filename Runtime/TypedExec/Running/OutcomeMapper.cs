using TypedExec.Children;
using TypedExec.Platform;
using TypedExec.Requests;
using TypedExec.Stopping;

namespace TypedExec.Running;

/// <summary>
/// Converts the outcome of a run to its result, or to the exception that it throws. One place for single commands and pipelines,
/// async and sync, and every backend.
/// </summary>
internal static class OutcomeMapper
{
    /// <exception cref="ExecException">The child couldn't be started, failed, or was stopped at a limit.</exception>
    public static ExecResult ToResult(
        RunPlan plan, CaptureRunOptions options, RunOutcome outcome, CancellationToken cancellationToken = default, bool isSync = false)
    {
        ThrowIfFailed(plan, options, outcome, isSync, cancellationToken);
        var stage = outcome.Stages[0];
        try
        {
            return new ExecResult(
                plan.Command, stage.Status, BytesOf(stage, 1), BytesOf(stage, 2), options.Encoding, outcome.Duration,
                options.IsSuccess(stage.Status) ? null : FailureLater(plan, options, outcome, isSync, cancellationToken));
        }
        catch (OutOfMemoryException shortage)
        {
            throw Shortage(plan, outcome, shortage);
        }
    }

    /// <exception cref="ExecException">A stage couldn't be started or failed, or a limit stopped all of them.</exception>
    public static PipelineResult ToPipelineResult(
        RunPlan plan, CaptureRunOptions options, RunOutcome outcome, CancellationToken cancellationToken = default, bool isSync = false)
    {
        ThrowIfFailed(plan, options, outcome, isSync, cancellationToken);
        try
        {
            var stages = new StageResult[outcome.Stages.Length];
            for (var i = 0; i < stages.Length; i++)
            {
                stages[i] = new StageResult(
                    plan.Requests[i].Command, outcome.Stages[i].Status, BytesOf(outcome.Stages[i], 2), options.Encoding,
                    plan.Requests[i].Options.IsSuccess(outcome.Stages[i].Status));
            }

            return new PipelineResult(
                plan.Command, stages, FailedStage(plan, outcome), BytesOf(outcome.Stages[^1], 1), options.Encoding, outcome.Duration,
                () => FailureOf(plan, options, outcome, isSync, cancellationToken));
        }
        catch (OutOfMemoryException shortage)
        {
            throw Shortage(plan, outcome, shortage);
        }
    }

    /// <summary>Returns the result of <c>SpawnSync</c>, which never throws because the child failed.</summary>
    public static SpawnSyncResult ToSpawnSyncResult(RunPlan plan, CaptureRunOptions options, RunOutcome outcome)
    {
        var error = outcome.Failure is null && outcome.RefusedErrno == 0 && !IsLimit(outcome.Reason) && !IsStatusLost(outcome, 0)
            ? null
            : FailureOf(plan, options, outcome, isSync: true, CancellationToken.None);
        if (outcome.Stages is not [var stage])
        {
            return new SpawnSyncResult(0, default, null, error, options);
        }

        try
        {
            var output = Array.ConvertAll(stage.Output, static buffer => buffer?.ToArray());
            return new SpawnSyncResult(stage.Pid, stage.Status, output, error, options);
        }
        catch (OutOfMemoryException shortage)
        {
            return new SpawnSyncResult(stage.Pid, stage.Status, null, Shortage(plan, outcome, shortage), options);
        }
    }

    /// <summary>Returns the exception of a run whose token was canceled before anything was started.</summary>
    public static ExecCanceledException NotStarted(RunPlan plan, CancellationToken cancellationToken)
        => new($"{plan.Command} was canceled before it was started.", null, null, cancellationToken)
        {
            Cmd = plan.Command,
            SpawnArgs = plan.Requests.Count == 1 ? plan.Requests[0].MaskedArguments : [],
        };

    /// <summary>Returns the exception of a run that timed out before its service let it start.</summary>
    public static ExecException TimedOutInQueue(RunPlan plan)
        => new($"{plan.Command} timed out after {plan.Timeout} while it waited for other children to exit; it was not started.")
        {
            Cmd = plan.Command,
            SpawnArgs = plan.Requests.Count == 1 ? plan.Requests[0].MaskedArguments : [],
            TimedOut = true,
        };

    /// <summary>Returns a stage's start failure as an error that names the stage.</summary>
    public static Exception StartError(RunPlan plan, int stage, Exception failure)
        => failure is not ExecException error || !plan.IsPipeline ? failure : new ExecException($"{error.Message} ({plan.Describe(stage)})", error)
        {
            Code = error.Code,
            Errno = error.Errno,
            Syscall = error.Syscall,
            Path = error.Path,
            SpawnArgs = error.SpawnArgs,
            Cmd = error.Cmd,
            Stage = stage,
        };

    private static bool IsLimit(StopReason reason)
        => reason is StopReason.TimedOut or StopReason.StdoutOverflowed or StopReason.StderrOverflowed;

    private static int? FailedStage(RunPlan plan, RunOutcome outcome)
        => PipelineFailure.FirstFailedStage<StageOutcome>(plan, outcome.Stages, static stage => stage.Status);

    private static void ThrowIfFailed(
        RunPlan plan, CaptureRunOptions options, RunOutcome outcome, bool isSync, CancellationToken cancellationToken)
    {
        if (outcome.Failure is not null || outcome.RefusedErrno != 0 || IsLimit(outcome.Reason) || outcome.Reason == StopReason.Cancelled
            || (options.ThrowOnFailure && FailedStage(plan, outcome) is not null))
        {
            throw FailureOf(plan, options, outcome, isSync, cancellationToken);
        }
    }

    /// <summary>A separate method, because the closure would otherwise be allocated for a success too.</summary>
    private static Func<Exception> FailureLater(
        RunPlan plan, CaptureRunOptions options, RunOutcome outcome, bool isSync, CancellationToken cancellationToken)
        => () => FailureOf(plan, options, outcome, isSync, cancellationToken);

    private static Exception FailureOf(
        RunPlan plan, CaptureRunOptions options, RunOutcome outcome, bool isSync, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case { Reason: StopReason.StartFailed, ReasonStage: { } failed, Failure: { } failure }:
                return StartError(plan, failed, failure is SpawnFailureException spawn
                    ? SpawnErrors.From(spawn, plan.Requests[failed], "spawnSync")
                    : failure);
            case { Failure: OutOfMemoryException shortage }:
                return Shortage(plan, outcome, shortage);
            case { Failure: { } failure }:
                return failure;
        }

        var stage = outcome.RefusedErrno != 0 || outcome.Reason is StopReason.TimedOut or StopReason.Cancelled ? (plan.IsPipeline ? null : 0)
            : outcome.Reason is StopReason.StdoutOverflowed or StopReason.StderrOverflowed ? outcome.ReasonStage
            : FailedStage(plan, outcome);
        var output = OutputOf(plan, options, outcome, stage);
        return outcome is { Reason: StopReason.Cancelled, RefusedErrno: 0 }
            ? new ExecCanceledException($"{plan.Command} was canceled.", output, null, cancellationToken)
            {
                Cmd = plan.Command,
                SpawnArgs = ArgumentsOf(plan, stage),
                ExitCode = StatusOf(outcome, stage).ExitCode,
                Signal = StatusOf(outcome, stage).Signal,
            }
            : Describe(plan, outcome, stage, output, isSync);
    }

    private static ExecException Describe(RunPlan plan, RunOutcome outcome, int? stage, FailureOutput output, bool isSync)
    {
        var request = stage is { } index ? plan.Requests[index] : null;
        var command = request?.Command ?? plan.Command;
        var status = StatusOf(outcome, stage);
        var place = plan.IsPipeline && stage is { } number ? $" ({plan.Describe(number)})" : "";
        // Node's sync calls report the limits as system errors.
        var errno = outcome.RefusedErrno != 0 ? outcome.RefusedErrno
            : !isSync ? 0
            : outcome.Reason == StopReason.TimedOut ? Errno.ETIMEDOUT
            : IsLimit(outcome.Reason) ? Errno.ENOBUFS
            : 0;
        var isLost = errno == 0 && IsStatusLost(outcome, stage);
        var syscall = outcome.RefusedErrno != 0 ? "kill" : isLost ? "waitid" : errno != 0 ? $"spawnSync {request?.File ?? plan.Command}" : null;
        var head = outcome switch
        {
            _ when errno != 0 => $"{syscall} {Errno.Name(errno)}",
            { Reason: StopReason.StdoutOverflowed } => $"stdout maxBuffer length exceeded{place}",
            { Reason: StopReason.StderrOverflowed } => $"stderr maxBuffer length exceeded{place}",
            { Reason: StopReason.TimedOut } => $"{command} timed out after {plan.Requests[0].Options.Timeout ?? plan.Timeout}",
            _ => StatusText.Describe(command, status) + place,
        };
        var failure = new ExecException(head, output)
        {
            Code = errno != 0 ? Errno.Name(errno)
                : isLost ? Errno.Name(Errno.ECHILD)
                : outcome.Reason is StopReason.StdoutOverflowed or StopReason.StderrOverflowed ? "ERR_CHILD_PROCESS_STDIO_MAXBUFFER" : null,
            Errno = errno != 0 ? -errno : isLost ? -Errno.ECHILD : null,
            Syscall = syscall,
            Path = plan.IsPipeline || isSync ? request?.File : null,
            SpawnArgs = ArgumentsOf(plan, stage),
            Cmd = command,
            ExitCode = status.ExitCode,
            Signal = status.Signal,
            Killed = outcome.RefusedErrno == 0 && (IsLimit(outcome.Reason) || Array.Exists(outcome.Stages, static ended => ended.Killed)),
            TimedOut = outcome.Reason == StopReason.TimedOut,
            Stage = plan.IsPipeline ? stage : null,
        };
        // What ended by itself may be the program that carries a command elsewhere, and not the command.
        return outcome.Reason == StopReason.None && errno == 0 && request?.Carried is { } carried ? carried.Command.Explain(failure) : failure;
    }

    /// <summary>Returns whether a run that nothing stopped has ended with an unknown status.</summary>
    private static bool IsStatusLost(RunOutcome outcome, int? stage)
        => outcome is { Reason: StopReason.None, RefusedErrno: 0, Failure: null, Stages.Length: > 0 } && StatusText.IsLost(StatusOf(outcome, stage));

    private static ExecException Shortage(RunPlan plan, RunOutcome outcome, OutOfMemoryException shortage)
        => new($"{plan.Command}: there is not enough memory for its output{(shortage is InsufficientMemoryException ? $": {shortage.Message}" : "")}", shortage)
        {
            Code = Errno.Name(Errno.ENOMEM),
            Errno = -Errno.ENOMEM,
            Cmd = plan.Command,
            SpawnArgs = ArgumentsOf(plan, plan.IsPipeline ? null : 0),
            Killed = Array.Exists(outcome.Stages, static stage => stage.Killed),
            Stage = plan.IsPipeline ? outcome.ReasonStage : null,
        };

    /// <summary>Returns the output of the stage that failed, or of the whole run.</summary>
    private static FailureOutput OutputOf(RunPlan plan, CaptureRunOptions options, RunOutcome outcome, int? stage)
    {
        var stages = outcome.Stages.AsSpan();
        var stderr = HeadOf(stage is { } index ? stages.Slice(index, 1) : stages, 2);
        return new FailureOutput(
            HeadOf(stages[^1..], 1), stderr, options.Encoding, [.. plan.Requests.SelectMany(static request => request.Secrets)],
            isCut: outcome.Reason is StopReason.StdoutOverflowed or StopReason.StderrOverflowed);
    }

    /// <summary>
    /// Returns the first bytes that the stages wrote to an output, one after the other, for a text of limited length.
    /// </summary>
    private static byte[] HeadOf(ReadOnlySpan<StageOutcome> stages, int output)
    {
        try
        {
            if (stages is [var only])
            {
                return HeadOf(only, output, FailureOutput.MaxBytes);
            }

            var all = new MemoryStream();
            foreach (var stage in stages)
            {
                all.Write(HeadOf(stage, output, FailureOutput.MaxBytes - all.Length));
            }

            return all.ToArray();
        }
        catch (OutOfMemoryException)
        {
            // The failure is more important than its output.
            return [];
        }
    }

    private static byte[] HeadOf(StageOutcome stage, int output, long length)
    {
        var all = stage.Tails?[output]?.ToArray();
        if (all is null && stage.Output[output] is { } buffer)
        {
            if (buffer.Length > length)
            {
                var head = GC.AllocateUninitializedArray<byte>((int)length);
                _ = buffer.CopyTo(head, 0);
                return head;
            }

            all = buffer.ToArray();
        }

        return all is null ? [] : all.Length <= length ? all : all[..(int)length];
    }

    /// <summary>For a whole pipeline, the status of the last stage.</summary>
    private static ExitStatus StatusOf(RunOutcome outcome, int? stage) => outcome.Stages[stage ?? outcome.Stages.Length - 1].Status;

    private static IReadOnlyList<string> ArgumentsOf(RunPlan plan, int? stage) => stage is { } index ? plan.Requests[index].MaskedArguments : [];

    private static byte[] BytesOf(StageOutcome stage, int output) => stage.Output[output]?.ToArray() ?? [];
}
