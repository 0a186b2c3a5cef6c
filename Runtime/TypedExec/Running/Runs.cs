using TypedExec.Requests;

namespace TypedExec.Running;

/// <summary>The seven ways of running an invocation, each from its options to its result.</summary>
internal static class Runs
{
    private static readonly SpawnOptions DefaultSpawn = new();
    private static readonly ForkOptions DefaultFork = new();
    private static readonly SpawnSyncOptions DefaultSpawnSync = new();
    private static readonly ExecOptions DefaultExec = new();
    private static readonly ExecFileOptions DefaultExecFile = new();

    public static ChildProcess Spawn(Invocation invocation, SpawnOptions? options)
    {
        options ??= DefaultSpawn;
        return ChildProcess
            .Create(RequestFactory.Create(
                invocation,
                new RunOptions(OptionLayers.Merge(options, invocation.Defaults)),
                new ChildSetup(options.Stdio, options.Argv0, options.Detached ?? false, options.Serialization ?? default)))
            .Begin();
    }

    public static ChildProcess Fork(Executable executable, string modulePath, IEnumerable<string>? args, ForkOptions? options)
    {
        options ??= DefaultFork;
        return ChildProcess.Create(ForkRequest.Create(executable, modulePath, args ?? [], options)).Begin();
    }

    public static SpawnSyncResult SpawnSync(Invocation invocation, SpawnSyncOptions? options)
    {
        options ??= DefaultSpawnSync;
        var run = new CaptureRunOptions(options, invocation.Defaults);
        var request = RequestFactory.Create(invocation, run, new ChildSetup(options.Stdio, options.Argv0));
        OptionCheck.NoIpc(request);
        OptionCheck.NoStreams(request.Stdio);
        return SyncRun.Spawn(request, run);
    }

    public static Execution ExecFile(Invocation invocation, ExecFileOptions? options, CancellationToken cancellationToken)
    {
        var run = new CaptureRunOptions(options ?? DefaultExecFile, invocation.Defaults);
        return CaptureRun.Start(RequestFactory.Create(invocation, run), run, cancellationToken);
    }

    public static ExecResult ExecFileSync(Invocation invocation, ExecFileOptions? options)
    {
        var run = new CaptureRunOptions(options ?? DefaultExecFile, invocation.Defaults);
        return SyncRun.Exec(RequestFactory.Create(invocation, run), run);
    }

    public static Execution Exec(ShellCommand command, ExecOptions? options, CancellationToken cancellationToken)
    {
        var run = new CaptureRunOptions(options ?? DefaultExec, command.Defaults);
        return CaptureRun.Start(RequestFactory.Create(command, run), run, cancellationToken);
    }

    public static ExecResult ExecSync(ShellCommand command, ExecOptions? options)
    {
        var run = new CaptureRunOptions(options ?? DefaultExec, command.Defaults);
        return SyncRun.Exec(RequestFactory.Create(command, run), run);
    }
}
