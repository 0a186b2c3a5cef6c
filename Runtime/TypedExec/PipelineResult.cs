using System.Text;
using TypedExec.Running;

namespace TypedExec;

/// <summary>Represents the result of a pipeline that ran to completion.</summary>
public sealed class PipelineResult
{
    private readonly Encoding _encoding;
    private readonly Func<Exception> _failure;

    internal PipelineResult(
        string command, IReadOnlyList<StageResult> stages, int? failedStage, ReadOnlyMemory<byte> stdout, Encoding encoding, TimeSpan duration,
        Func<Exception> failure)
    {
        _failure = failure;
        _encoding = encoding;
        Command = command;
        Stages = stages;
        FailedStage = failedStage;
        StdoutBytes = stdout;
        Duration = duration;
    }

    /// <summary>
    /// Gets the last stage's stdout as text, decoded on first access. It is empty if the output wasn't captured.
    /// </summary>
    public string Stdout => field ??= _encoding.GetString(StdoutBytes.Span);

    /// <summary>
    /// Gets the lines of the last stage's stdout without their line endings. A last line without a line ending is included.
    /// </summary>
    public IReadOnlyList<string> StdoutLines => field ??= TextLines.Split(Stdout);

    /// <summary>Gets the last stage's stdout as raw bytes.</summary>
    public ReadOnlyMemory<byte> StdoutBytes { get; }

    /// <summary>Gets the result of each stage, in order.</summary>
    public IReadOnlyList<StageResult> Stages { get; }

    /// <summary>Gets the index of the stage that failed the pipeline, or null if the pipeline succeeded.</summary>
    /// <remarks>
    /// That is the first stage that failed or, without <see cref="Pipeline.PipeFail"/>, the last stage. It can be set only if
    /// <see cref="CaptureOptions.ThrowOnFailure"/> is false.
    /// </remarks>
    public int? FailedStage { get; }

    /// <summary>
    /// Gets a value that indicates whether the pipeline succeeded: no stage failed or, without <see cref="Pipeline.PipeFail"/>,
    /// the last one didn't.
    /// </summary>
    public bool Success => FailedStage is null;

    /// <summary>
    /// Throws the exception that the call would have thrown without <c>ThrowOnFailure = false</c>, if a stage failed.
    /// </summary>
    /// <returns>This result, if the pipeline succeeded.</returns>
    /// <exception cref="ExecException">A stage failed.</exception>
    public PipelineResult EnsureSuccess() => Success ? this : throw _failure();

    /// <summary>Gets the time from the start of the first stage until all stages had exited.</summary>
    public TimeSpan Duration { get; }

    /// <summary>
    /// Gets the commands, with secrets masked: each with its arguments separated by spaces, and <c>|</c> between them.
    /// </summary>
    public string Command { get; }
}
