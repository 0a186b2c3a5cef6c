using TypedExec.Children;
using TypedExec.IO;
using TypedExec.Platform;
using TypedExec.Requests;

namespace TypedExec.Running;

/// <summary>Starts the stages of a run, connected to each other, before any of them is waited for.</summary>
internal static class StageStart
{
    /// <summary>Starts one stage after the other. After one that can't be started, no further stage is tried.</summary>
    /// <param name="plan">What to start.</param>
    /// <param name="driver">Stops all of them, or null if each is stopped by itself.</param>
    /// <param name="observer">Is notified of their ends, or null.</param>
    /// <param name="slots">The slots that the service has lent the stages, or null.</param>
    public static ChildProcess[] Start(RunPlan plan, LoopDriver? driver = null, IChildObserver? observer = null, IReadOnlyList<IDisposable>? slots = null)
    {
        if (plan.Requests.Count == 1)
        {
            return [ChildProcess.Create(plan.Requests[0], new RunMembership(driver, 0, observer, Slot: slots?[0]))];
        }

        var stages = new ChildProcess[plan.Requests.Count];
        var outputs = new OutputGroup(plan.Requests[0].MaxUnread);
        using var links = new PipeLinks(Backend.Current.OpenPipe);
        for (var i = 0; i < stages.Length; i++)
        {
            stages[i] = Start(
                links, plan.Requests[i], i == stages.Length - 1, new RunMembership(driver, driver is null ? 0 : i, observer, outputs, slots?[i]));
            if (stages[i].StartFailure is not null)
            {
                NotStarted(plan, stages, i);
                for (var later = i + 1; later < slots?.Count; later++)
                {
                    slots[later].Dispose();
                }

                break;
            }
        }

        return stages;
    }

    /// <summary>Creates stages without trying to start any of them.</summary>
    public static ChildProcess[] None(RunPlan plan, Exception reason)
        => [.. plan.Requests.Select(request => ChildProcess.NotStarted(request, reason))];

    /// <summary>Returns the first stage that couldn't be started, or -1.</summary>
    public static int FailedStage(ChildProcess[] stages) => Array.FindIndex(stages, static stage => stage.StartFailure is not null);

    private static ChildProcess Start(PipeLinks links, StartRequest request, bool isLast, RunMembership run)
    {
        try
        {
            return links.Start(request, isLast, linked => ChildProcess.Create(linked, run));
        }
        catch (SpawnFailureException failure)
        {
            return ChildProcess.NotStarted(request, SpawnErrors.From(failure, request, "spawn"));
        }
    }

    private static void NotStarted(RunPlan plan, ChildProcess[] stages, int failed)
    {
        for (var i = failed + 1; i < stages.Length; i++)
        {
            stages[i] = ChildProcess.NotStarted(
                plan.Requests[i],
                new ExecException($"{plan.Requests[i].File} was not started, because {plan.Describe(failed)} couldn't be started.")
                {
                    Cmd = plan.Requests[i].Command,
                    Stage = i,
                });
        }
    }
}
