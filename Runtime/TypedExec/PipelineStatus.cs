namespace TypedExec;

/// <summary>How the stages of a spawned pipeline ended.</summary>
/// <param name="Stages">Each stage's status, in order.</param>
/// <param name="FailedStage">
/// The index of the first stage that failed or, without <see cref="Pipeline.PipeFail"/>, of the last stage if that failed;
/// null for success.
/// </param>
public sealed record PipelineStatus(IReadOnlyList<ExitStatus> Stages, int? FailedStage)
{
    /// <summary>Whether the pipeline succeeded.</summary>
    public bool Success => FailedStage is null;
}
