namespace TypedExec.Running;

/// <summary>Decides from the statuses of its stages whether a pipeline failed.</summary>
internal static class PipelineFailure
{
    /// <summary>
    /// The first stage that failed, as what fails after it is mostly its consequence; without pipefail the last if that
    /// failed. A stage that wrote to one which had read enough dies of SIGPIPE, which is how pipelines end early.
    /// </summary>
    /// <param name="plan">What was run.</param>
    /// <param name="stages">Its stages.</param>
    /// <param name="statusOf">How one of them ended.</param>
    public static int? FirstFailedStage<T>(RunPlan plan, ReadOnlySpan<T> stages, Func<T, ExitStatus> statusOf)
    {
        for (var i = plan.PipeFail ? 0 : stages.Length - 1; i < stages.Length; i++)
        {
            var status = statusOf(stages[i]);
            if (!plan.Requests[i].Options.IsSuccess(status) && (i == stages.Length - 1 || status.Signal != Signal.SIGPIPE))
            {
                return i;
            }
        }

        return null;
    }
}
