namespace TypedExec.Running;

/// <summary>Decides from the statuses of its stages whether a pipeline failed.</summary>
internal static class PipelineFailure
{
    /// <summary>
    /// The first stage that failed, as what fails after it is mostly its consequence; without pipefail the last if that
    /// failed. A stage that wrote to one which had read enough dies of SIGPIPE, which is how pipelines end early.
    /// </summary>
    /// <param name="plan">What was run.</param>
    /// <param name="stages">How its stages ended.</param>
    public static int? FirstFailedStage(RunPlan plan, IReadOnlyList<ExitStatus> stages)
    {
        for (var i = plan.PipeFail ? 0 : stages.Count - 1; i < stages.Count; i++)
        {
            if (!plan.Requests[i].Options.IsSuccess(stages[i]) && (i == stages.Count - 1 || stages[i].Signal != Signal.SIGPIPE))
            {
                return i;
            }
        }

        return null;
    }
}
