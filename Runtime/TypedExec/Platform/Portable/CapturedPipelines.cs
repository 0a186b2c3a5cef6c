using Microsoft.Win32.SafeHandles;
using TypedExec.Requests;

namespace TypedExec.Platform.Portable;

/// <summary>Sync calls of one child and of pipelines, for backends whose children are captured by the thread pool.</summary>
internal abstract class CapturedPipelines(IProcessBackend backend) : IPipelineBackend
{
    public abstract (SafeFileHandle ReadEnd, SafeFileHandle WriteEnd) OpenPipe();

    /// <summary>Runs one child to its end.</summary>
    public SyncOutcome RunSync(StartRequest request, SyncLimits limits)
    {
        var wait = new SyncWait(limits, request.Options.Timeout);
        wait.Add(backend.Start(request), request);
        wait.Run();
        var child = wait.Children[0];
        return new SyncOutcome(child.Pid, child.Status!.Value, child.Output, wait.TimedOut, wait.Overflowed?.Output);
    }

    public PipelineSyncOutcome RunSync(IReadOnlyList<StartRequest> stages, TimeSpan? timeout, SyncLimits limits)
    {
        var wait = new SyncWait(limits, timeout);
        SpawnFailureException? failure = null;
        using var links = new PipeLinks(OpenPipe);
        try
        {
            for (var i = 0; i < stages.Count; i++)
            {
                links.Start(stages[i], i == stages.Count - 1, request => wait.Add(backend.Start(request), request));
            }
        }
        catch (SpawnFailureException exception)
        {
            failure = exception;
        }

        wait.Run(isFailed: failure is not null);
        var outputs = wait.Children.Select(static child => child.Output).ToArray();
        return new PipelineSyncOutcome
        {
            Statuses = [.. wait.Children.Select(static child => child.Status!.Value)],
            Stdout = outputs.Length == 0 ? [] : outputs[^1][1] ?? [],
            Stderrs = Array.ConvertAll(outputs, static output => output[2] ?? []),
            TimedOut = wait.TimedOut,
            Overflowed = wait.Overflowed,
            Failure = failure,
            FailedStage = wait.Children.Count,
        };
    }
}
