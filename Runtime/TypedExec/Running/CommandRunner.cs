using TypedExec.Children;
using TypedExec.Platform;
using TypedExec.Requests;
using TypedExec.Services;

namespace TypedExec.Running;

/// <summary>The ways of running an invocation, each from its options to its result.</summary>
internal static class CommandRunner
{
    private static readonly SpawnOptions DefaultSpawn = new();
    private static readonly ForkOptions DefaultFork = new();
    private static readonly SpawnSyncOptions DefaultSpawnSync = new();
    private static readonly ExecOptions DefaultExec = new();
    private static readonly ExecFileOptions DefaultExecFile = new();
    private static CaptureRunOptions? s_unsaid;

    public static ChildProcess Spawn(Invocation invocation, SpawnOptions? options, CancellationToken cancellationToken)
    {
        options ??= DefaultSpawn;
        return Start(
            RequestFactory.Create(
                invocation,
                new RunOptions(OptionLayers.Merge(options, invocation.Defaults)),
                new SpawnOnlyOptions(options.Stdio, options.Argv0, options.Detached ?? false, options.Serialization ?? default, options.MaxUnread,
                    Terminal: options.Terminal)),
            cancellationToken);
    }

    public static ChildProcess Fork(
        Executable executable, string modulePath, IEnumerable<string>? args, ForkOptions? options, CancellationToken cancellationToken)
        => Start(ForkRequest.Create(executable, modulePath, args ?? [], options ?? DefaultFork), cancellationToken);

    public static SpawnSyncResult SpawnSync(Invocation invocation, SpawnSyncOptions? options)
    {
        options ??= DefaultSpawnSync;
        var run = new CaptureRunOptions(options, invocation.Defaults);
        OptionCheck.NoOpenInput(run.Input);
        var request = RequestFactory.Create(invocation, run, new SpawnOnlyOptions(
            WithInput(options.Stdio, run), options.Argv0, Terminal: run.Terminal, TerminalInput: run.TerminalInput,
            IsFed: run.Terminal is null));
        OptionCheck.NoIpc(request);
        OptionCheck.NoStreams(request.Stdio);
        var plan = RunPlan.From(request);
        return OutcomeMapper.ToSpawnSyncResult(
            plan, run, run.NeedsCopies ? CaptureRun.Start(plan, run, CancellationToken.None).OutcomeAsync().GetAwaiter().GetResult() : RunSync(plan, run));
    }

    public static Execution ExecFile(Invocation invocation, ExecFileOptions? options, CancellationToken cancellationToken)
        => Execute(invocation, OptionsOf(options, invocation), cancellationToken);

    public static ExecResult ExecFileSync(Invocation invocation, ExecFileOptions? options)
        => ExecuteSync(invocation, OptionsOf(options, invocation));

    public static Execution RunAsync(Invocation invocation, ExecFileOptions? options, CancellationToken cancellationToken)
        => Execute(invocation, new CaptureRunOptions(options ?? DefaultExecFile, invocation.Defaults, isInherited: true), cancellationToken);

    public static ExecResult Run(Invocation invocation, ExecFileOptions? options)
        => ExecuteSync(invocation, new CaptureRunOptions(options ?? DefaultExecFile, invocation.Defaults, isInherited: true));

    public static IAsyncEnumerable<string> ReadLines(Invocation invocation, ExecFileOptions? options, CancellationToken cancellationToken)
    {
        Check(invocation, LineOptions.Lines(options, static _ => default));
        return LineFeed.ReadAsync<string>((take, token) => Feed(invocation, LineOptions.Lines(options, take), token), cancellationToken);
    }

    public static IAsyncEnumerable<OutputLine> ReadAllLines(Invocation invocation, ExecFileOptions? options, CancellationToken cancellationToken)
    {
        Check(invocation, LineOptions.AllLines(options, static _ => default));
        return LineFeed.ReadAsync<OutputLine>((take, token) => Feed(invocation, LineOptions.AllLines(options, take), token), cancellationToken);
    }

    public static Execution Exec(ShellCommand command, ExecOptions? options, CancellationToken cancellationToken)
    {
        var run = new CaptureRunOptions(options ?? DefaultExec, command.Defaults);
        return Capture(RequestFactory.Create(command, run, run.ToSetup()), run, cancellationToken);
    }

    public static ExecResult ExecSync(ShellCommand command, ExecOptions? options)
    {
        var run = new CaptureRunOptions(options ?? DefaultExec, command.Defaults);
        return ExecuteSync(RequestFactory.Create(command, run, run.ToSetup()), run);
    }

    /// <summary>Runs a pipeline to completion on the calling thread.</summary>
    public static PipelineResult ExecSync(RunPlan plan, CaptureRunOptions options)
    {
        OptionCheck.NoOpenInput(options.Input);
        if (options.NeedsCopies)
        {
            return StartNow(plan, options).PipelineResultAsync().GetAwaiter().GetResult();
        }

        foreach (var request in plan.Requests)
        {
            OptionCheck.NoStreams(request.Stdio);
        }

        var outcome = RunSync(plan, options);
        try
        {
            return OutcomeMapper.ToPipelineResult(plan, options, outcome, isSync: true);
        }
        finally
        {
            outcome.LeaveBudget();
        }
    }

    /// <summary>Where neither the call, nor the command, nor a service says anything, the options are always the same ones.</summary>
    private static CaptureRunOptions OptionsOf(ExecFileOptions? options, Invocation invocation)
    {
        if (options is not null || invocation.Defaults is not null || RunService.Current is not null)
        {
            return new CaptureRunOptions(options ?? DefaultExecFile, invocation.Defaults);
        }

        if (Volatile.Read(ref s_unsaid) is { } unsaid)
        {
            return unsaid;
        }

        unsaid = new CaptureRunOptions(DefaultExecFile, null);
        if (RunService.Current is null)
        {
            // A service that was installed meanwhile may have had its say in them.
            Volatile.Write(ref s_unsaid, unsaid);
        }

        return unsaid;
    }

    private static ChildProcess Start(StartRequest request, CancellationToken cancellationToken)
    {
        Backend.Current.Check(request);
        if (cancellationToken.IsCancellationRequested)
        {
            return ChildProcess.NotStarted(request, new OperationCanceledException(cancellationToken)).Watch();
        }

        IDisposable? slot = null;
        if (RunService.Current?.Slots is { } slots && (slot = slots.TryTake(1)) is null)
        {
            return ChildProcess.NotStarted(request, slots.Refusal(request.Command)).Watch();
        }

        var child = ChildProcess.Create(request, new RunMembership(null, 0, null, Slot: slot));
        child.StopOn(cancellationToken);
        return child.Watch();
    }

    /// <summary>Starts a run alongside the caller's thread, which waits until it may start.</summary>
    private static CaptureRun StartNow(RunPlan plan, CaptureRunOptions options)
    {
        var slot = QueuedRun.Wait(plan, out var waited);
        return CaptureRun.Start(plan, options, CancellationToken.None, slot, waited);
    }

    private static ExecResult ResultOf(RunPlan plan, CaptureRunOptions run, RunOutcome outcome)
    {
        try
        {
            return OutcomeMapper.ToResult(plan, run, outcome, isSync: true);
        }
        finally
        {
            outcome.LeaveBudget();
        }
    }

    private static Execution Execute(Invocation invocation, CaptureRunOptions run, CancellationToken cancellationToken)
        => Capture(RequestFactory.Create(invocation, run, run.ToSetup()), run, cancellationToken);

    private static ExecResult ExecuteSync(Invocation invocation, CaptureRunOptions run)
        => ExecuteSync(RequestFactory.Create(invocation, run, run.ToSetup()), run);

    private static ExecResult ExecuteSync(StartRequest request, CaptureRunOptions run)
    {
        OptionCheck.NoOpenInput(run.Input);
        // Targets are the caller's asynchronous code, which needs threads other than this one.
        var plan = RunPlan.From(request);
        return run.NeedsCopies
            ? StartNow(plan, run).ResultAsync().GetAwaiter().GetResult()
            : ResultOf(plan, run, RunSync(plan, run));
    }

    /// <summary>Rejects at the call what would otherwise be rejected when the lines are read.</summary>
    private static void Check(Invocation invocation, ExecFileOptions options)
    {
        var run = new CaptureRunOptions(options, invocation.Defaults);
        _ = RunPlan.From(RequestFactory.Create(invocation, run, run.ToSetup()));
    }

    private static LineRun Feed(Invocation invocation, ExecFileOptions options, CancellationToken cancellationToken)
    {
        var execution = ExecFile(invocation, options, cancellationToken);
        return new LineRun(execution.AsTask(), execution.DisposeAsync);
    }

    /// <summary>A list of descriptors determines stdin itself; otherwise <c>Input</c> does.</summary>
    private static IReadOnlyList<Stdio>? WithInput(IReadOnlyList<Stdio>? stdio, CaptureRunOptions run)
        => stdio is null && run is { Terminal: null, Input: { IsSet: true, IsData: false } } ? [run.Input.ToStdio(default)] : stdio;

    private static Execution Capture(StartRequest request, CaptureRunOptions options, CancellationToken cancellationToken)
    {
        var queued = QueuedRun.Start(RunPlan.From(request), options, cancellationToken, out var run);
        return queued is null ? new Execution(run!.Stages[0], run.ResultAsync()) : new Execution(queued);
    }

    private static RunOutcome RunSync(RunPlan plan, CaptureRunOptions options)
    {
        var input = options.Input.ToBytes(options.Encoding);
        IDisposable? slot;
        TimeSpan waited;
        try
        {
            slot = QueuedRun.Wait(plan, out waited);
        }
        catch (ExecException notStarted)
        {
            return new RunOutcome { Stages = [], Failure = notStarted };
        }

        RunOutcome outcome;
        using (slot)
        {
            outcome = Backend.Current.RunSync(new SyncPlan(plan.Requests, QueuedRun.Left(plan.Timeout, waited), input, options.MaxBuffer));
        }

        for (var i = 0; i < plan.Requests.Count; i++)
        {
            foreach (var file in plan.Requests[i].Files)
            {
                file.Follow();
            }
        }

        return outcome;
    }
}
