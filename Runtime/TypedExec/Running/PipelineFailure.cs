namespace TypedExec.Running;

/// <summary>Decides from the statuses of its stages whether a pipeline failed.</summary>
internal static class PipelineFailure
{
    /// <summary>
    /// Returns the first stage that failed, because later failures are usually its consequence; without pipefail, the last
    /// stage if it failed.
    /// </summary>
    /// <remarks>A stage whose reader stopped reading dies of SIGPIPE, which is how pipelines end early.</remarks>
    /// <param name="plan">The plan of the run.</param>
    /// <param name="stages">Its stages.</param>
    /// <param name="statusOf">Returns the exit status of a stage.</param>
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
