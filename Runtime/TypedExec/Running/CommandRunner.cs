using TypedExec.Children;
using TypedExec.Platform;
using TypedExec.Requests;

namespace TypedExec.Running;

/// <summary>The seven ways of running an invocation, each from its options to its result.</summary>
internal static class CommandRunner
{
    private static readonly SpawnOptions DefaultSpawn = new();
    private static readonly ForkOptions DefaultFork = new();
    private static readonly SpawnSyncOptions DefaultSpawnSync = new();
    private static readonly ExecOptions DefaultExec = new();
    private static readonly ExecFileOptions DefaultExecFile = new();

    public static ChildProcess Spawn(Invocation invocation, SpawnOptions? options)
    {
        options ??= DefaultSpawn;
        return Spawn(RequestFactory.Create(
                invocation,
                new RunOptions(OptionLayers.Merge(options, invocation.Defaults)),
                new ChildSetup(options.Stdio, options.Argv0, options.Detached ?? false, options.Serialization ?? default)));
    }

    public static ChildProcess Fork(Executable executable, string modulePath, IEnumerable<string>? args, ForkOptions? options)
    {
        options ??= DefaultFork;
        return Spawn(ForkRequest.Create(executable, modulePath, args ?? [], options));
    }

    public static SpawnSyncResult SpawnSync(Invocation invocation, SpawnSyncOptions? options)
    {
        options ??= DefaultSpawnSync;
        var run = new CaptureRunOptions(options, invocation.Defaults);
        var request = RequestFactory.Create(invocation, run, new ChildSetup(options.Stdio, options.Argv0));
        OptionCheck.NoIpc(request);
        OptionCheck.NoStreams(request.Stdio);
        var plan = RunPlan.From(run.Input.IsInherited ? request with { Stdio = [Stdio.Inherit, .. request.Stdio.Skip(1)] } : request);
        return OutcomeMapper.ToSpawnSyncResult(plan, run, RunSync(plan, run));
    }

    public static Execution ExecFile(Invocation invocation, ExecFileOptions? options, CancellationToken cancellationToken)
    {
        var run = new CaptureRunOptions(options ?? DefaultExecFile, invocation.Defaults);
        return Capture(RequestFactory.Create(invocation, run, run.Setup), run, cancellationToken);
    }

    public static ExecResult ExecFileSync(Invocation invocation, ExecFileOptions? options)
    {
        var run = new CaptureRunOptions(options ?? DefaultExecFile, invocation.Defaults);
        var plan = RunPlan.From(RequestFactory.Create(invocation, run, run.Setup));
        return OutcomeMapper.ToResult(plan, run, RunSync(plan, run), isSync: true);
    }

    public static Execution Exec(ShellCommand command, ExecOptions? options, CancellationToken cancellationToken)
    {
        var run = new CaptureRunOptions(options ?? DefaultExec, command.Defaults);
        return Capture(RequestFactory.Create(command, run, run.Setup), run, cancellationToken);
    }

    public static ExecResult ExecSync(ShellCommand command, ExecOptions? options)
    {
        var run = new CaptureRunOptions(options ?? DefaultExec, command.Defaults);
        var plan = RunPlan.From(RequestFactory.Create(command, run, run.Setup));
        return OutcomeMapper.ToResult(plan, run, RunSync(plan, run), isSync: true);
    }

    /// <summary>A pipeline that is run to its end on this thread.</summary>
    public static PipelineResult ExecSync(RunPlan plan, CaptureRunOptions options)
    {
        foreach (var request in plan.Requests)
        {
            OptionCheck.NoStreams(request.Stdio);
        }

        return OutcomeMapper.ToPipelineResult(plan, options, RunSync(plan, options), isSync: true);
    }

    private static ChildProcess Spawn(StartRequest request)
    {
        Backend.Current.Check(request);
        return ChildProcess.Create(request).Watch();
    }

    private static Execution Capture(StartRequest request, CaptureRunOptions options, CancellationToken cancellationToken)
    {
        var run = CaptureRun.Start(RunPlan.From(request), options, cancellationToken);
        return new Execution(run.Stages[0], run.ResultAsync());
    }

    private static RunOutcome RunSync(RunPlan plan, CaptureRunOptions options)
    {
        OptionCheck.NoOpenInput(options.Input);
        var input = options.Input.ToBytes(options.Encoding);
        return Backend.Current.RunSync(new SyncPlan(plan.Requests, plan.Timeout, input, options.MaxBuffer));
    }
}
