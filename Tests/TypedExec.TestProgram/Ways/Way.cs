namespace TypedExec.TestProgram.Ways;

/// <summary>A way of running a command: the same run must end the same in each.</summary>
internal abstract class Way(string name)
{
    public static IReadOnlyList<Way> All { get; } =
        [new AsyncWay(), new SyncWay(), new AsyncPipelineWay(), new SyncPipelineWay(), new SpawnWay()];

    public string Name => name;

    /// <summary>Gets whether a token can cancel it.</summary>
    public virtual bool TakesToken => false;

    /// <summary>Gets whether it has options for input and output size, and throws if the child fails.</summary>
    public virtual bool Captures => true;

    /// <summary>Runs to completion, and returns what the caller learns.</summary>
    public async Task<Seen> RunAsync(Run run)
    {
        try
        {
            return await AttemptAsync(run).ConfigureAwait(false);
        }
        catch (ExecException exception)
        {
            return Seen.From(exception);
        }
    }

    protected abstract Task<Seen> AttemptAsync(Run run);

    private sealed class AsyncWay() : Way("async")
    {
        public override bool TakesToken => true;

        protected override async Task<Seen> AttemptAsync(Run run)
        {
            var execution = run.Command.ExecFile(run.Options, run.CancellationToken);
            try
            {
                var result = await execution.ConfigureAwait(false);
                return new("ended")
                {
                    ExitCode = result.ExitCode,
                    Signal = result.Signal,
                    Killed = execution.Child.Killed,
                    Stdout = result.Stdout,
                    Stderr = result.Stderr,
                };
            }
            catch (ExecCanceledException exception)
            {
                return Seen.From(exception) with { Killed = execution.Child.Killed };
            }
        }
    }

    private sealed class SyncWay() : Way("sync")
    {
        protected override Task<Seen> AttemptAsync(Run run) => OnThreadAsync(() =>
        {
            var result = run.Command.ExecFileSync(run.Options);
            return new("ended") { ExitCode = result.ExitCode, Signal = result.Signal, Stdout = result.Stdout, Stderr = result.Stderr };
        });
    }

    private sealed class AsyncPipelineWay() : Way("async pipeline")
    {
        public override bool TakesToken => true;

        protected override async Task<Seen> AttemptAsync(Run run)
        {
            var execution = run.Pipeline.ExecFile(run.Options, run.CancellationToken);
            try
            {
                return Of(await execution.ConfigureAwait(false)) with { Killed = execution.Stages[^1].Killed };
            }
            catch (ExecCanceledException exception)
            {
                return Seen.From(exception) with { Killed = execution.Stages[^1].Killed };
            }
        }

        public static Seen Of(PipelineResult result) => new("ended")
        {
            ExitCode = result.Stages[^1].ExitCode,
            Signal = result.Stages[^1].Signal,
            Stdout = result.Stdout,
            Stderr = result.Stages[^1].Stderr,
        };
    }

    private sealed class SyncPipelineWay() : Way("sync pipeline")
    {
        protected override Task<Seen> AttemptAsync(Run run) => OnThreadAsync(() => AsyncPipelineWay.Of(run.Pipeline.ExecFileSync(run.Options)));
    }

    private sealed class SpawnWay() : Way("spawn")
    {
        public override bool Captures => false;

        protected override async Task<Seen> AttemptAsync(Run run)
        {
            await using var child = run.Command.Spawn(new SpawnOptions
            {
                Env = run.Options.Env,
                Timeout = run.Options.Timeout,
                KillDescendants = run.Options.KillDescendants,
                ForceKillAfter = run.Options.ForceKillAfter,
                DrainTimeout = run.Options.DrainTimeout,
            });
            await child.Stdin!.DisposeAsync().ConfigureAwait(false);
            var stdout = child.Stdout!.ReadToEndAsync();
            var stderr = child.Stderr!.ReadToEndAsync();
            var status = await child.WaitForCloseAsync().ConfigureAwait(false);
            return new("ended")
            {
                ExitCode = status.ExitCode,
                Signal = status.Signal,
                Killed = child.Killed,
                Stdout = await stdout.ConfigureAwait(false),
                Stderr = await stderr.ConfigureAwait(false),
            };
        }
    }

    /// <summary>On a separate thread, because a sync call blocks it.</summary>
    private static Task<Seen> OnThreadAsync(Func<Seen> run)
        => Task.Factory.StartNew(run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
