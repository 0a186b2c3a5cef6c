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
                invocation, options, new ChildSetup(options.Stdio, options.Argv0, options.Detached, options.Serialization)))
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
        OptionCheck.MaxBuffer(options.MaxBuffer);
        ArgumentNullException.ThrowIfNull(options.Encoding);
        var request = RequestFactory.Create(invocation, options, new ChildSetup(options.Stdio, options.Argv0));
        OptionCheck.NoIpc(request);
        OptionCheck.NoStreams(request.Stdio);
        return SyncRun.Spawn(request, options);
    }

    public static Execution ExecFile(Invocation invocation, ExecFileOptions? options, CancellationToken cancellationToken)
    {
        options ??= DefaultExecFile;
        return CaptureRun.Start(RequestFactory.Create(invocation, options), options, cancellationToken);
    }

    public static ExecResult ExecFileSync(Invocation invocation, ExecFileOptions? options)
    {
        options ??= DefaultExecFile;
        return SyncRun.Exec(RequestFactory.Create(invocation, options), options);
    }

    public static Execution Exec(ShellCommand command, ExecOptions? options, CancellationToken cancellationToken)
    {
        options ??= DefaultExec;
        return CaptureRun.Start(RequestFactory.Create(command, options), options, cancellationToken);
    }

    public static ExecResult ExecSync(ShellCommand command, ExecOptions? options)
    {
        options ??= DefaultExec;
        return SyncRun.Exec(RequestFactory.Create(command, options), options);
    }
}
