using System.Text;
using TypedExec.Running;

namespace TypedExec;

/// <summary>What a pipeline that was run to its end gave.</summary>
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

    /// <summary>The last stage's stdout as text, decoded when it is first asked for; empty where it went elsewhere.</summary>
    public string Stdout => field ??= _encoding.GetString(StdoutBytes.Span);

    /// <summary>The lines of the last stage's stdout without their ends; a last line without an end counts.</summary>
    public IReadOnlyList<string> StdoutLines => field ??= TextLines.Of(Stdout);

    /// <summary>The last stage's stdout, byte for byte.</summary>
    public ReadOnlyMemory<byte> StdoutBytes { get; }

    /// <summary>How each stage ended, in order.</summary>
    public IReadOnlyList<StageResult> Stages { get; }

    /// <summary>
    /// The index of the first stage that failed or, without <see cref="Pipeline.PipeFail"/>, of the last stage if that
    /// failed; null for success. It can only be set with <see cref="CaptureOptions.ThrowOnFailure"/> off.
    /// </summary>
    public int? FailedStage { get; }

    /// <summary>Whether the pipeline succeeded: no stage failed or, without <see cref="Pipeline.PipeFail"/>, the last did not.</summary>
    public bool Success => FailedStage is null;

    /// <summary>Throws what the call would have thrown without <c>ThrowOnFailure = false</c>.</summary>
    /// <returns>This result, when it is one of success.</returns>
    /// <exception cref="ExecException">A stage failed.</exception>
    public PipelineResult EnsureSuccess() => Success ? this : throw _failure();

    /// <summary>How long it took from the start of the first stage to the end of all.</summary>
    public TimeSpan Duration { get; }

    /// <summary>The commands, each with its arguments separated by spaces, with <c>|</c> between them; secrets masked.</summary>
    public string Command { get; }
}
