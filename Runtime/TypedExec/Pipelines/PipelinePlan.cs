using TypedExec.Requests;

namespace TypedExec.Pipelines;

/// <summary>A pipeline whose stages and options have been checked: what is to be started, but for the pipes between the stages.</summary>
internal sealed class PipelinePlan
{
    private PipelinePlan(IReadOnlyList<StartRequest> requests, TimeSpan? timeout, bool pipeFail)
    {
        Requests = requests;
        Timeout = timeout;
        PipeFail = pipeFail;
        Command = string.Join(" | ", requests.Select(static request => request.Command));
    }

    /// <summary>What each stage becomes; its ends of the pipes to its neighbours are still missing.</summary>
    public IReadOnlyList<StartRequest> Requests { get; }

    /// <summary>How long the whole may run; null for no limit, and where every stage keeps it for itself.</summary>
    public TimeSpan? Timeout { get; }

    public bool PipeFail { get; }

    /// <summary>The commands with <c>|</c> between them, for people.</summary>
    public string Command { get; }

    /// <exception cref="ArgumentException">An argument or option is invalid; the message names it.</exception>
    public static PipelinePlan Of(Pipeline pipeline, SpawnOptions options)
    {
        Refuse(options.Argv0 is not null, nameof(SpawnOptions.Argv0), "it is not known for which stage it is");
        Refuse(options.Stdio is { Count: > 3 }, nameof(SpawnOptions.Stdio), "has more than three entries, but a pipeline's stages have no others");
        var stdio = options.Stdio ?? [];
        Refuse(stdio.Any(static entry => entry.Kind == StdioKind.Ipc), nameof(SpawnOptions.Stdio), "has an IPC channel, which a pipeline's stages have not");
        Refuse(
            pipeline.Stages.Count > 1 && stdio is [_, _, { Kind: StdioKind.Stream }],
            nameof(SpawnOptions.Stdio),
            "has a stream for stderr, to which several stages cannot write at once: use a file");
        return Create(
            pipeline,
            options,
            [Pick(pipeline.Source, stdio, 0), Pick(pipeline.Target, stdio, 1), stdio.Count > 2 ? stdio[2] : Stdio.Pipe],
            options.Detached ?? false);
    }

    /// <exception cref="ArgumentException">An argument or option is invalid; the message names it.</exception>
    public static PipelinePlan Of(Pipeline pipeline, ExecFileOptions options, CaptureRunOptions run)
    {
        Refuse(
            run.Input.IsSet && pipeline.Source is not null,
            nameof(CaptureOptions.Input),
            $"the first stage reads from {pipeline.Source?.Description} already");
        return Create(pipeline, options, [pipeline.Source?.Stdio ?? Stdio.Pipe, pipeline.Target?.Stdio ?? Stdio.Pipe, Stdio.Pipe], isLimited: true);
    }

    /// <summary>A stage's start failure as an error that names the stage.</summary>
    public Exception StartError(int stage, Exception failure) => failure is not ExecException error ? failure
        : new ExecException($"{error.Message} ({Describe(stage)})", error)
        {
            Code = error.Code,
            Errno = error.Errno,
            Syscall = error.Syscall,
            Path = error.Path,
            SpawnArgs = error.SpawnArgs,
            Cmd = error.Cmd,
            Stage = stage,
        };

    /// <summary>The stage's place, for messages.</summary>
    public string Describe(int stage) => $"stage {stage + 1} of {Requests.Count}";

    /// <param name="pipeline">The pipeline.</param>
    /// <param name="options">How its stages are run.</param>
    /// <param name="outer">The first stage's stdin, the last one's stdout, everyone's stderr.</param>
    /// <param name="detached">Whether each stage gets a session of its own.</param>
    /// <param name="isLimited">Whether the time limit is one for the whole, to be kept by who runs it.</param>
    private static PipelinePlan Create(
        Pipeline pipeline, ProcessOptions options, Stdio[] outer, bool detached = false, bool isLimited = false)
    {
        Refuse(options.Shell is { IsEnabled: true }, nameof(ProcessOptions.Shell), "its stages are connected without a shell; a stage may itself be one, as in sh -c");
        TimeSpan? timeout = null;
        var last = pipeline.Stages.Count - 1;
        var requests = new StartRequest[pipeline.Stages.Count];
        for (var i = 0; i <= last; i++)
        {
            Stdio[] stdio = [i == 0 ? outer[0] : Stdio.Ignore, i == last ? outer[1] : Stdio.Ignore, outer[2]];
            var invocation = Invocation.Of(pipeline.Stages[i]);
            var run = new RunOptions(OptionLayers.Merge(options, invocation.Defaults));
            OptionCheck.Check(run);
            if (isLimited)
            {
                // A limit that travels with one stage ends them all: what is left of the pipeline would be of no use.
                timeout = timeout is null || run.Timeout < timeout ? run.Timeout ?? timeout : timeout;
                run = run with { Timeout = null };
            }

            requests[i] = RequestFactory.Create(invocation, run, new ChildSetup(stdio, Detached: detached));
        }

        return new PipelinePlan(requests, timeout, pipeline.PipeFail);
    }

    private static Stdio Pick(Redirection? redirection, IReadOnlyList<Stdio> stdio, int index)
    {
        var own = index < stdio.Count ? stdio[index] : Stdio.Pipe;
        Refuse(
            redirection is not null && !own.Equals(Stdio.Pipe),
            nameof(SpawnOptions.Stdio),
            $"has an entry at {index}, but the pipeline has {redirection?.Description} there");
        return redirection?.Stdio ?? own;
    }

    private static void Refuse(bool condition, string option, string why)
    {
        if (condition)
        {
            throw new ArgumentException($"The option {option} cannot be used with this pipeline: {why}.", option);
        }
    }
}
