using TypedExec.Children;
using TypedExec.Platform;
using TypedExec.Requests;
using TypedExec.Stopping;

namespace TypedExec.Running;

/// <summary>A command, or the stages of a pipeline, with checked options: what to start.</summary>
internal sealed class RunPlan
{
    private const string NoTerminal = "its stages are connected by pipes; to use a terminal, run the pipeline in a shell, as in sh -c";

    private RunPlan(IReadOnlyList<StartRequest> requests, TimeSpan? timeout, bool pipeFail, bool isPipeline)
    {
        Requests = requests;
        Timeout = timeout;
        PipeFail = pipeFail;
        IsPipeline = isPipeline;
        Command = requests.Count == 1 ? requests[0].Command : string.Join(" | ", requests.Select(static request => request.Command));
        for (var i = 0; i < requests.Count; i++)
        {
            Backend.Current.Check(requests[i]);
        }
    }

    /// <summary>Gets the request of each stage, without the ends of the pipes to its neighbors.</summary>
    public IReadOnlyList<StartRequest> Requests { get; }

    /// <summary>Gets how long the whole may run, or null for no limit or if every stage has its own.</summary>
    public TimeSpan? Timeout { get; }

    public bool PipeFail { get; }

    /// <summary>Gets whether errors name the stage.</summary>
    public bool IsPipeline { get; }

    /// <summary>Gets the commands with <c>|</c> between them, for display.</summary>
    public string Command { get; }

    /// <summary>Creates the plan of a single command.</summary>
    /// <exception cref="PlatformNotSupportedException">An option isn't supported on this platform; the message names it.</exception>
    public static RunPlan From(StartRequest request) => new([request], request.Options.Timeout, pipeFail: true, isPipeline: false);

    /// <exception cref="ArgumentException">An argument or option is invalid; the message names it.</exception>
    public static RunPlan From(Pipeline pipeline, SpawnOptions options)
    {
        ThrowIf(options.Terminal is not null, nameof(SpawnOptions.Terminal), NoTerminal);
        ThrowIf(options.Argv0 is not null, nameof(SpawnOptions.Argv0), "it isn't clear which stage it applies to");
        ThrowIf(options.Stdio is { Count: > 3 }, nameof(SpawnOptions.Stdio), "it has more than three entries, but the stages of a pipeline have only three");
        var stdio = options.Stdio ?? [];
        ThrowIf(stdio.Any(static entry => entry.Kind == StdioKind.Ipc), nameof(SpawnOptions.Stdio), "it contains an IPC channel, which the stages of a pipeline don't support");
        ThrowIf(
            pipeline.Stages.Count > 1 && stdio is [_, _, { Kind: StdioKind.Stream }],
            nameof(SpawnOptions.Stdio),
            "it contains a stream for stderr, which several stages can't write to at the same time; use a file");
        return Create(
            pipeline,
            options,
            [Pick(pipeline.Source, stdio, 0), Pick(pipeline.Target, stdio, 1), stdio.Count > 2 ? stdio[2] : Stdio.Pipe],
            options.Detached ?? false,
            maxUnread: options.MaxUnread);
    }

    /// <exception cref="ArgumentException">An argument or option is invalid; the message names it.</exception>
    public static RunPlan From(Pipeline pipeline, ExecFileOptions options, CaptureRunOptions run)
    {
        ThrowIf(run.Terminal is not null, nameof(CaptureOptions.Terminal), NoTerminal);
        ThrowIf(
            run.Input.IsSet && pipeline.Source is not null,
            nameof(CaptureOptions.Input),
            $"the first stage already reads from {pipeline.Source?.Description}");
        ThrowIf(
            options.Stdout is not null && pipeline.Target is not null,
            nameof(CaptureOptions.Stdout),
            $"the last stage already writes to {pipeline.Target?.Description}");
        return Create(
            pipeline,
            options,
            [pipeline.Source?.Stdio ?? run.Stdin, pipeline.Target?.Stdio ?? run.Stdout.Stdio, run.Stderr.Stdio],
            isLimited: true,
            isFed: run.Input.IsData);
    }

    /// <summary>Creates the driver of a run's stages.</summary>
    public LoopDriver CreateDriver()
    {
        if (Requests.Count == 1)
        {
            return new LoopDriver(Requests[0].Options.StopLimits);
        }

        var limits = new StopLimits[Requests.Count];
        for (var i = 0; i < limits.Length; i++)
        {
            limits[i] = Requests[i].Options.StopLimits;
        }

        return new LoopDriver(limits);
    }

    /// <summary>Returns whether this process copies between a stage and a caller's stream.</summary>
    public bool HasStream(int stage)
    {
        if (Requests[stage].TerminalInput is { Stream: not null })
        {
            return true;
        }

        var stdio = Requests[stage].Stdio;
        for (var i = 0; i < stdio.Count; i++)
        {
            if (stdio[i].Kind == StdioKind.Stream)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the position of the stage, for messages.</summary>
    public string Describe(int stage) => $"stage {stage + 1} of {Requests.Count}";

    /// <param name="pipeline">The pipeline.</param>
    /// <param name="options">The options of its stages.</param>
    /// <param name="outer">The first stage's stdin, the last stage's stdout, and every stage's stderr.</param>
    /// <param name="detached">True if each stage gets its own session.</param>
    /// <param name="isLimited">True if there is one time limit for the whole, which the caller enforces.</param>
    /// <param name="maxUnread">How many unread bytes of each output are kept.</param>
    /// <param name="isFed">True if the first stage gets an input.</param>
    private static RunPlan Create(
        Pipeline pipeline, ProcessOptions options, Stdio[] outer, bool detached = false, bool isLimited = false, long? maxUnread = null,
        bool isFed = false)
    {
        ThrowIf(options.Shell is { IsEnabled: true }, nameof(ProcessOptions.Shell), "its stages are connected without a shell; a stage may itself be one, as in sh -c");
        TimeSpan? timeout = null;
        var last = pipeline.Stages.Count - 1;
        var requests = new StartRequest[pipeline.Stages.Count];
        for (var i = 0; i <= last; i++)
        {
            Stdio[] stdio = [i == 0 ? outer[0] : Stdio.Ignore, i == last ? outer[1] : Stdio.Ignore, outer[2]];
            var invocation = Invocation.From(pipeline.Stages[i]);
            var run = new RunOptions(OptionLayers.Merge(options, invocation.Defaults));
            OptionCheck.Check(run);
            if (isLimited)
            {
                // The default timeout of one stage ends all of them, because the rest of the pipeline would be of no use.
                timeout = timeout is null || run.Timeout < timeout ? run.Timeout ?? timeout : timeout;
                run = run with { Timeout = null };
            }

            requests[i] = RequestFactory.Create(invocation, run, new SpawnOnlyOptions(stdio, Detached: detached, MaxUnread: maxUnread, IsFed: isFed && i == 0));
        }

        return new RunPlan(requests, timeout, pipeline.PipeFail, isPipeline: true);
    }

    private static Stdio Pick(Redirection? redirection, IReadOnlyList<Stdio> stdio, int index)
    {
        var own = index < stdio.Count ? stdio[index] : Stdio.Pipe;
        ThrowIf(
            redirection is not null && !own.Equals(Stdio.Pipe),
            nameof(SpawnOptions.Stdio),
            $"it has an entry at {index}, but the pipeline has {redirection?.Description} there");
        return redirection?.Stdio ?? own;
    }

    private static void ThrowIf(bool condition, string option, string why)
    {
        if (condition)
        {
            throw new ArgumentException($"The option {option} can't be used with this pipeline: {why}.", option);
        }
    }
}
