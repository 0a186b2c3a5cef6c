using TypedExec.Children;
using TypedExec.Platform;
using TypedExec.Requests;

namespace TypedExec.Pipelines;

/// <summary>Starts the stages of a pipeline, connected to each other, before any of them is waited for.</summary>
internal static class PipelineStart
{
    /// <summary>Starts stage after stage. Behind a stage that cannot be started none is tried.</summary>
    public static ChildProcess[] Start(PipelinePlan plan, Func<int, IChildObserver?> observer)
    {
        var stages = new ChildProcess[plan.Requests.Count];
        using var links = new PipeLinks(Backend.Current.Pipelines.OpenPipe);
        for (var i = 0; i < stages.Length; i++)
        {
            stages[i] = Start(links, plan.Requests[i], i == stages.Length - 1, observer(i));
            if (stages[i].StartFailure is not null)
            {
                NotStarted(plan, stages, i);
                break;
            }
        }

        return stages;
    }

    /// <summary>The first stage that could not be started, or -1.</summary>
    public static int FailedStage(ChildProcess[] stages) => Array.FindIndex(stages, static stage => stage.StartFailure is not null);

    /// <summary>Ends all stages that run: by the kill signal, and soon by SIGKILL.</summary>
    public static void End(ChildProcess[] stages)
    {
        foreach (var stage in stages)
        {
            _ = stage.DisposeAsync();
        }
    }

    private static ChildProcess Start(PipeLinks links, StartRequest request, bool isLast, IChildObserver? observer)
    {
        try
        {
            return links.Start(request, isLast, linked => ChildProcess.Create(linked, observer));
        }
        catch (SpawnFailureException failure)
        {
            return ChildProcess.NotStarted(request, SpawnError.From(failure, request, "spawn"));
        }
    }

    private static void NotStarted(PipelinePlan plan, ChildProcess[] stages, int failed)
    {
        for (var i = failed + 1; i < stages.Length; i++)
        {
            stages[i] = ChildProcess.NotStarted(
                plan.Requests[i],
                new ExecException($"{plan.Requests[i].File} was not started, as {plan.Describe(failed)} could not be.")
                {
                    Cmd = plan.Requests[i].Command,
                    Stage = i,
                });
        }
    }
}
