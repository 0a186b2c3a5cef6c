namespace TypedExec;

/// <summary>Represents how the stages of a spawned pipeline ended.</summary>
/// <param name="Stages">The exit status of each stage, in order.</param>
/// <param name="FailedStage">The index of the stage that failed the pipeline, or null if it succeeded. That is the first stage
/// that failed or, without <see cref="Pipeline.PipeFail"/>, the last stage.</param>
public sealed record PipelineStatus(IReadOnlyList<ExitStatus> Stages, int? FailedStage)
{
    /// <summary>Gets a value that indicates whether the pipeline succeeded.</summary>
    public bool Success => FailedStage is null;
}
