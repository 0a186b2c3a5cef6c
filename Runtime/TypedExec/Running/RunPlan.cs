using TypedExec.Children;
using TypedExec.Platform;
using TypedExec.Requests;
using TypedExec.Stopping;

namespace TypedExec.Running;

/// <summary>A command, or the stages of a pipeline, with options that have been checked: what is to be started.</summary>
internal sealed class RunPlan
{
    private const string NoTerminal = "its stages are connected by pipes; run it in a shell, as in sh -c, with a terminal for that";

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

    /// <summary>What each stage becomes; its ends of the pipes to its neighbours are still missing.</summary>
    public IReadOnlyList<StartRequest> Requests { get; }

    /// <summary>How long the whole may run; null for no limit, and where every stage keeps it for itself.</summary>
    public TimeSpan? Timeout { get; }

    public bool PipeFail { get; }

    /// <summary>Whether errors say which stage they are about.</summary>
    public bool IsPipeline { get; }

    /// <summary>The commands with <c>|</c> between them, for people.</summary>
    public string Command { get; }

    /// <summary>A single command.</summary>
    /// <exception cref="PlatformNotSupportedException">An option is not for this platform; the message names it.</exception>
    public static RunPlan From(StartRequest request) => new([request], request.Options.Timeout, pipeFail: true, isPipeline: false);

    /// <exception cref="ArgumentException">An argument or option is invalid; the message names it.</exception>
    public static RunPlan From(Pipeline pipeline, SpawnOptions options)
    {
        ThrowIf(options.Terminal is not null, nameof(SpawnOptions.Terminal), NoTerminal);
        ThrowIf(options.Argv0 is not null, nameof(SpawnOptions.Argv0), "it is not known for which stage it is");
        ThrowIf(options.Stdio is { Count: > 3 }, nameof(SpawnOptions.Stdio), "has more than three entries, but a pipeline's stages have no others");
        var stdio = options.Stdio ?? [];
        ThrowIf(stdio.Any(static entry => entry.Kind == StdioKind.Ipc), nameof(SpawnOptions.Stdio), "has an IPC channel, which a pipeline's stages have not");
        ThrowIf(
            pipeline.Stages.Count > 1 && stdio is [_, _, { Kind: StdioKind.Stream }],
            nameof(SpawnOptions.Stdio),
            "has a stream for stderr, to which several stages cannot write at once: use a file");
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
            $"the first stage reads from {pipeline.Source?.Description} already");
        ThrowIf(
            options.Stdout is not null && pipeline.Target is not null,
            nameof(CaptureOptions.Stdout),
            $"the last stage writes to {pipeline.Target?.Description} already");
        return Create(
            pipeline,
            options,
            [pipeline.Source?.Stdio ?? run.Stdin, pipeline.Target?.Stdio ?? run.Stdout.Stdio, run.Stderr.Stdio],
            isLimited: true,
            isFed: run.Input.IsData);
    }

    /// <summary>What drives the stages of a run.</summary>
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

    /// <summary>Whether this process copies between a stage and a stream of the caller's.</summary>
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

    /// <summary>The stage's place, for messages.</summary>
    public string Describe(int stage) => $"stage {stage + 1} of {Requests.Count}";

    /// <param name="pipeline">The pipeline.</param>
    /// <param name="options">How its stages are run.</param>
    /// <param name="outer">The first stage's stdin, the last one's stdout, everyone's stderr.</param>
    /// <param name="detached">Whether each stage gets a session of its own.</param>
    /// <param name="isLimited">Whether the time limit is one for the whole, to be kept by who runs it.</param>
    /// <param name="maxUnread">How much of each output is kept that nobody reads.</param>
    /// <param name="isFed">Whether the first stage is given an input.</param>
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
                // A limit that travels with one stage ends them all: what is left of the pipeline would be of no use.
                timeout = timeout is null || run.Timeout < timeout ? run.Timeout ?? timeout : timeout;
                run = run with { Timeout = null };
            }

            requests[i] = RequestFactory.Create(invocation, run, new ChildSetup(stdio, Detached: detached, MaxUnread: maxUnread, IsFed: isFed && i == 0));
        }

        return new RunPlan(requests, timeout, pipeline.PipeFail, isPipeline: true);
    }

    private static Stdio Pick(Redirection? redirection, IReadOnlyList<Stdio> stdio, int index)
    {
        var own = index < stdio.Count ? stdio[index] : Stdio.Pipe;
        ThrowIf(
            redirection is not null && !own.Equals(Stdio.Pipe),
            nameof(SpawnOptions.Stdio),
            $"has an entry at {index}, but the pipeline has {redirection?.Description} there");
        return redirection?.Stdio ?? own;
    }

    private static void ThrowIf(bool condition, string option, string why)
    {
        if (condition)
        {
            throw new ArgumentException($"The option {option} cannot be used with this pipeline: {why}.", option);
        }
    }
}
