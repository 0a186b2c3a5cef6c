using TypedExec.Requests;
using TypedExec.Running;

namespace TypedExec.Pipelines;

/// <summary>Why a pipeline was stopped.</summary>
/// <param name="Reason">The limit.</param>
/// <param name="Stage">The stage that went beyond it; null for the whole.</param>
internal sealed record PipelineStop(StopReason Reason, int? Stage);

/// <summary>A pipeline whose stages have all ended; becomes the result or the exception of <c>ExecFile</c>.</summary>
internal sealed record PipelineOutcome(
    PipelinePlan Plan, CaptureRunOptions Options, ExitStatus[] Statuses, PipelineStop? Stop,
    ReadOnlyMemory<byte> Stdout, ReadOnlyMemory<byte>[] Stderrs, TimeSpan Duration)
{
    public bool IsFailure => Stop is not null || (FailedStage is not null && Options.ThrowOnFailure);

    private int? FailedStage => PipelineVerdict.FailedStage(Statuses, Plan.PipeFail);

    public PipelineResult ToResult()
    {
        var stages = new StageResult[Statuses.Length];
        for (var i = 0; i < stages.Length; i++)
        {
            stages[i] = new StageResult(Plan.Requests[i].Command, Statuses[i], Stderrs[i], Options.Encoding);
        }

        return new PipelineResult(Plan.Command, stages, FailedStage, Stdout, Options.Encoding, Duration);
    }

    /// <summary>The error of the stage that failed, with its stderr, or of the whole where that was stopped.</summary>
    public ExecException ToException()
    {
        var stage = Stop is null ? FailedStage : Stop.Stage;
        var request = stage is { } index ? Plan.Requests[index] : null;
        var stderr = stage is { } i ? Text(Stderrs[i]) : string.Concat(Array.ConvertAll(Stderrs, Text));
        return new ExecException(Message(stage, stderr))
        {
            Code = Stop?.Reason is StopReason.StdoutOverflowed or StopReason.StderrOverflowed ? "ERR_CHILD_PROCESS_STDIO_MAXBUFFER" : null,
            Path = request?.File,
            SpawnArgs = request is null ? [] : [.. request.ShownArgv.Skip(1)],
            Cmd = request?.Command ?? Plan.Command,
            ExitCode = Status(stage).ExitCode,
            Signal = Status(stage).Signal,
            Killed = Stop is not null,
            TimedOut = Stop?.Reason == StopReason.TimedOut,
            Stage = stage,
            Stdout = Text(Stdout),
            Stderr = stderr,
        };
    }

    /// <summary>Of the whole, the last stage's.</summary>
    private ExitStatus Status(int? stage) => Statuses[stage ?? Statuses.Length - 1];

    private string Message(int? stage, string stderr)
    {
        var place = stage is { } index ? $" ({Plan.Describe(index)})" : "";
        return Stop?.Reason switch
        {
            StopReason.StdoutOverflowed => $"stdout maxBuffer length exceeded{place}",
            StopReason.StderrOverflowed => $"stderr maxBuffer length exceeded{place}",
            StopReason.TimedOut => $"Command failed: {Plan.Command}\nTimed out after {Plan.Timeout}.\n{stderr}",
            _ => $"Command failed: {Plan.Requests[stage!.Value].Command}{place}\n{stderr}",
        };
    }

    private string Text(ReadOnlyMemory<byte> bytes) => Options.Encoding.GetString(bytes.Span);
}
