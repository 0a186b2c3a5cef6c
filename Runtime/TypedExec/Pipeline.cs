using System.Text;
using TypedExec.Requests;
using TypedExec.Running;
using TypedExec.Shells;

namespace TypedExec;

/// <summary>
/// Commands of which each reads what the one before writes, as <c>a | b | c</c> in a shell, but without one: arguments
/// stay arguments. The kernel's pipes connect the children; no byte between them passes through this process.
/// </summary>
/// <remarks>
/// Immutable: every method gives another pipeline. The operator <c>|</c> makes one of any two commands.
/// <code>
/// var count = await (new Grep { Pattern = "error" } | new Wc { Lines = true }).FromFile("app.log").ExecFile();
/// </code>
/// </remarks>
public sealed record Pipeline
{
    /// <summary>A pipeline of these commands; a single one is allowed, as for <see cref="ToFile"/>.</summary>
    /// <param name="stages">The commands in order.</param>
    /// <exception cref="ArgumentException">There is none, or one is null.</exception>
    public Pipeline(params IEnumerable<ICommand> stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        Stages = [.. stages];
        if (Stages.Count == 0 || Stages.Contains(null!))
        {
            throw new ArgumentException("A pipeline has at least one command, and none that is null.", nameof(stages));
        }
    }

    /// <summary>The commands in order.</summary>
    public IReadOnlyList<ICommand> Stages { get; private init; }

    /// <summary>
    /// Whether the failure of any stage fails the whole, as with <c>set -o pipefail</c> in a shell; else the last stage
    /// alone decides. That an earlier stage is ended by SIGPIPE, because the next has read enough, is no failure.
    /// Default: true. Set it with <c>pipeline with { PipeFail = false }</c>.
    /// </summary>
    public bool PipeFail { get; init; } = true;

    /// <summary>Where the first stage reads from; null: what the options say.</summary>
    internal Redirection? Source { get; private init; }

    /// <summary>Where the last stage writes to; null: what the options say.</summary>
    internal Redirection? Target { get; private init; }

    /// <summary>A pipeline with a command behind its last stage.</summary>
    /// <param name="left">The pipeline.</param>
    /// <param name="right">The command that reads what it writes.</param>
    /// <exception cref="ArgumentException"><paramref name="left"/> writes to a file or stream.</exception>
    public static Pipeline operator |(Pipeline left, ICommand right) => left | new Pipeline(right);

    /// <summary>A pipeline with a command before its first stage.</summary>
    /// <param name="left">The command that writes what it reads.</param>
    /// <param name="right">The pipeline.</param>
    /// <exception cref="ArgumentException"><paramref name="right"/> reads from a file or stream.</exception>
    public static Pipeline operator |(ICommand left, Pipeline right) => new Pipeline(left) | right;

    /// <summary>Two pipelines as one. It has <see cref="PipeFail"/> when both have.</summary>
    /// <param name="left">The first stages.</param>
    /// <param name="right">The last stages.</param>
    /// <exception cref="ArgumentException">The one writes to, or the other reads from, a file or stream.</exception>
    public static Pipeline operator |(Pipeline left, Pipeline right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Target is not null || right.Source is not null)
        {
            throw new ArgumentException(left.Target is not null
                ? $"The pipeline writes to {left.Target.Description} already, so no command can read from it: put that at the end."
                : $"The pipeline reads from {right.Source!.Description} already, so no command can write to it: put that at the start.");
        }

        return new Pipeline([.. left.Stages, .. right.Stages])
        {
            PipeFail = left.PipeFail && right.PipeFail,
            Source = left.Source,
            Target = right.Target,
        };
    }

    /// <summary>The first stage reads this file, as <c>&lt; path</c> in a shell.</summary>
    /// <param name="path">The file, relative to this process's working directory.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty or holds a NUL.</exception>
    public Pipeline FromFile(string path)
        => this with { Source = new Redirection(Stdio.File(path, FileMode.Open, FileAccess.Read), $"< {Quote(path)}") };

    /// <summary>
    /// The first stage reads this stream: a <see cref="FileStream"/> directly, another is copied into its stdin. The stream
    /// is not closed. The sync calls take only a <see cref="FileStream"/>.
    /// </summary>
    /// <param name="stream">The stream.</param>
    public Pipeline FromStream(Stream stream) => this with { Source = new Redirection(Stdio.From(stream), "< (stream)") };

    /// <summary>The last stage writes this file, which is made or emptied first, as <c>&gt; path</c> in a shell.</summary>
    /// <param name="path">The file, relative to this process's working directory.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty or holds a NUL.</exception>
    public Pipeline ToFile(string path)
        => this with { Target = new Redirection(Stdio.File(path, FileMode.Create, FileAccess.Write), $"> {Quote(path)}") };

    /// <summary>The last stage writes to the end of this file, which is made if need be, as <c>&gt;&gt; path</c> in a shell.</summary>
    /// <param name="path">The file, relative to this process's working directory.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty or holds a NUL.</exception>
    public Pipeline AppendToFile(string path)
        => this with { Target = new Redirection(Stdio.File(path, FileMode.Append, FileAccess.Write), $">> {Quote(path)}") };

    /// <summary>
    /// The last stage writes to this stream: to a <see cref="FileStream"/> directly, to another what it writes is copied.
    /// The stream is not closed. The sync calls take only a <see cref="FileStream"/>.
    /// </summary>
    /// <param name="stream">The stream.</param>
    public Pipeline ToStream(Stream stream) => this with { Target = new Redirection(Stdio.From(stream), "> (stream)") };

    /// <summary>Starts all stages and returns at once (Node's <c>spawn</c>).</summary>
    /// <param name="options">
    /// How to run them: <see cref="SpawnOptions.Stdio"/> is the first stage's stdin, the last one's stdout and everyone's
    /// stderr; a time limit and all else holds for every stage.
    /// </param>
    /// <param name="cancellationToken">
    /// Kills all stages (Node's <c>signal</c>); what is awaited then throws <see cref="OperationCanceledException"/>.
    /// </param>
    /// <returns>The children; a stage that cannot be started is reported by <see cref="ChildPipeline.WaitForExitAsync"/>.</returns>
    /// <exception cref="ArgumentException">
    /// An argument or option is invalid, or is one that no pipeline has: <c>Shell</c>, <c>Argv0</c>, more than three
    /// descriptors. Nothing was started.
    /// </exception>
    public ChildPipeline Spawn(SpawnOptions? options = null, CancellationToken cancellationToken = default)
        => ChildPipeline.Start(RunPlan.From(this, options ?? new()), cancellationToken);

    /// <summary>Starts all stages and captures the last one's stdout and everyone's stderr (Node's <c>execFile</c>).</summary>
    /// <param name="options">How to run them; <c>Input</c> is for the first stage, <c>Stdout</c> the last one's.</param>
    /// <param name="cancellationToken">Kills all stages; awaiting then throws <see cref="OperationCanceledException"/> once they are gone.</param>
    /// <returns>The execution, to be awaited for its result.</returns>
    /// <exception cref="ArgumentException">
    /// An argument or option is invalid, or is one that no pipeline has: <c>Shell</c>. Nothing was started.
    /// </exception>
    public PipelineExecution ExecFile(ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => Execute(options, isShown: false, cancellationToken);

    /// <summary>Runs all stages to their end on this thread (Node's <c>execFileSync</c>).</summary>
    /// <param name="options">How to run them; <c>Input</c> is for the first stage, <c>Stdout</c> the last one's.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">A stage could not be started or failed, or all were stopped at a limit.</exception>
    public PipelineResult ExecFileSync(ExecFileOptions? options = null) => ExecuteSync(options, isShown: false);

    /// <summary>
    /// Starts all stages with this process's stdin, stdout and stderr at the pipeline's ends, as a line of a shell script does.
    /// </summary>
    /// <inheritdoc cref="ExecFile"/>
    public PipelineExecution RunAsync(ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => Execute(options, isShown: true, cancellationToken);

    /// <summary>Runs all stages with this process's stdin, stdout and stderr, and waits for their end on this thread.</summary>
    /// <inheritdoc cref="ExecFileSync"/>
    public PipelineResult Run(ExecFileOptions? options = null) => ExecuteSync(options, isShown: true);

    /// <summary>
    /// Starts all stages and gives the lines that the last one writes, as they come. A loop that is left early ends all
    /// stages; one that runs to its end throws what <see cref="ExecFile"/> would throw.
    /// </summary>
    /// <param name="options">How to run them; <c>MaxBuffer</c> holds for stderr alone, as lines are not kept.</param>
    /// <param name="cancellationToken">Kills all stages; the loop then throws <see cref="OperationCanceledException"/> once they are gone.</param>
    /// <exception cref="ArgumentException">An argument or option is invalid, or the pipeline writes elsewhere.</exception>
    /// <exception cref="ExecException">A stage could not be started or failed, or all were stopped at a limit.</exception>
    public IAsyncEnumerable<string> ReadLinesAsync(ExecFileOptions? options = null, CancellationToken cancellationToken = default)
    {
        Check(LineOptions.Lines(options, static _ => default));
        return LineFeed.ReadAsync<string>((take, token) => Feed(LineOptions.Lines(options, take), token), cancellationToken);
    }

    /// <summary>
    /// Starts all stages and gives the lines of the last one's stdout and of everyone's stderr, as they come. A loop that is left early
    /// ends all stages.
    /// </summary>
    /// <inheritdoc cref="ReadLinesAsync"/>
    public IAsyncEnumerable<OutputLine> ReadAllLinesAsync(ExecFileOptions? options = null, CancellationToken cancellationToken = default)
    {
        Check(LineOptions.AllLines(options, static _ => default));
        return LineFeed.ReadAsync<OutputLine>((take, token) => Feed(LineOptions.AllLines(options, take), token), cancellationToken);
    }

    /// <summary>The whole as a command line for a POSIX shell, with secrets masked.</summary>
    public override string ToString()
    {
        var line = new StringBuilder();
        for (var i = 0; i < Stages.Count; i++)
        {
            line.Append(i == 0 ? "" : " | ").Append(Stages[i].ToCommandLine());
            if (i == 0 && Source is not null)
            {
                line.Append(' ').Append(Source.Description);
            }
        }

        return Target is null ? line.ToString() : line.Append(' ').Append(Target.Description).ToString();
    }

    private PipelineExecution Execute(ExecFileOptions? options, bool isShown, CancellationToken cancellationToken)
    {
        var plan = Plan(options ?? new(), isShown, out var run);
        var queued = QueuedRun.Start(plan, run, cancellationToken, out var started);
        return queued is null ? new PipelineExecution(started!.Stages, started.PipelineResultAsync()) : new PipelineExecution(queued);
    }

    private PipelineResult ExecuteSync(ExecFileOptions? options, bool isShown)
    {
        var plan = Plan(options ?? new(), isShown, out var run);
        return CommandRunner.ExecSync(plan, run);
    }

    private void Check(ExecFileOptions options)
    {
        if (Target is not null)
        {
            throw new ArgumentException($"The pipeline writes to {Target.Description}, so there are no lines to read.");
        }

        _ = Plan(options, isShown: false, out _);
    }

    private LineRun Feed(ExecFileOptions options, CancellationToken cancellationToken)
    {
        var execution = ExecFile(options, cancellationToken);
        return new LineRun(execution.AsTask(), execution.DisposeAsync);
    }

    private RunPlan Plan(ExecFileOptions options, bool isShown, out CaptureRunOptions run)
    {
        run = new CaptureRunOptions(options, carried: null, isShown, isShared: Stages.Count > 1);
        return RunPlan.From(this, options, run);
    }

    /// <summary>The whole as a command line for a POSIX shell that is an argument of another command.</summary>
    /// <exception cref="ArgumentException">It reads or writes a stream of this process, which a shell elsewhere cannot.</exception>
    internal string ToText(string property, bool masked)
    {
        if (Source?.Description.EndsWith("(stream)", StringComparison.Ordinal) == true || Target?.Description.EndsWith("(stream)", StringComparison.Ordinal) == true)
        {
            throw new ArgumentException($"{property} reads or writes a stream of this process, which the shell that runs it cannot.", property);
        }

        var line = new StringBuilder();
        for (var i = 0; i < Stages.Count; i++)
        {
            var stage = Requests.Invocation.From(Stages[i]);
            line.Append(i == 0 ? "" : " | ").Append(PosixQuoting.Join(stage.File, masked ? stage.MaskedArguments : stage.Arguments));
            if (i == 0 && Source is not null)
            {
                line.Append(' ').Append(Source.Description);
            }
        }

        return Target is null ? line.ToString() : line.Append(' ').Append(Target.Description).ToString();
    }

    private static string Quote(string path)
    {
        var quoted = new StringBuilder();
        PosixQuoting.AppendQuoted(quoted, path);
        return quoted.ToString();
    }
}
