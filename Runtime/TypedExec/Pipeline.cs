using System.Text;
using TypedExec.Requests;
using TypedExec.Running;
using TypedExec.Shells;

namespace TypedExec;

/// <summary>
/// Represents commands that are connected by pipes, like <c>a | b | c</c> in a shell but without a shell. The kernel's pipes
/// connect the children directly, and no data between them passes through this process.
/// </summary>
/// <remarks>
/// The type is immutable: every method returns a new pipeline. The operator <c>|</c> creates one from any two commands.
/// <code>
/// var count = await (new Grep { Pattern = "error" } | new Wc { Lines = true }).FromFile("app.log").ExecFile();
/// </code>
/// </remarks>
public sealed record Pipeline
{
    /// <summary>
    /// Initializes a pipeline of the specified commands. A single command is allowed, for example to use <see cref="ToFile"/>.
    /// </summary>
    /// <param name="stages">The commands in order.</param>
    /// <exception cref="ArgumentException">There are no commands, or one is null.</exception>
    public Pipeline(params IEnumerable<ICommand> stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        Stages = [.. stages];
        if (Stages.Count == 0 || Stages.Contains(null!))
        {
            throw new ArgumentException("A pipeline needs at least one command, and none of them can be null.", nameof(stages));
        }
    }

    /// <summary>Gets the commands in order.</summary>
    public IReadOnlyList<ICommand> Stages { get; private init; }

    /// <summary>
    /// Gets or sets a value that indicates whether the failure of any stage fails the pipeline, like <c>set -o pipefail</c> in
    /// a shell.
    /// </summary>
    /// <remarks>
    /// If false, only the last stage decides. An earlier stage that ends with SIGPIPE because the next one stopped reading
    /// doesn't count as a failure. Set it with <c>pipeline with { PipeFail = false }</c>. The default is true.
    /// </remarks>
    public bool PipeFail { get; init; } = true;

    /// <summary>Gets where the first stage reads from, or null to use the options.</summary>
    internal Redirection? Source { get; private init; }

    /// <summary>Gets where the last stage writes to, or null to use the options.</summary>
    internal Redirection? Target { get; private init; }

    /// <summary>Appends a command to a pipeline.</summary>
    /// <param name="left">The pipeline.</param>
    /// <param name="right">The command that reads the pipeline's output.</param>
    /// <exception cref="ArgumentException"><paramref name="left"/> writes to a file or stream.</exception>
    public static Pipeline operator |(Pipeline left, ICommand right) => left | new Pipeline(right);

    /// <summary>Prepends a command to a pipeline.</summary>
    /// <param name="left">The command that writes the pipeline's input.</param>
    /// <param name="right">The pipeline.</param>
    /// <exception cref="ArgumentException"><paramref name="right"/> reads from a file or stream.</exception>
    public static Pipeline operator |(ICommand left, Pipeline right) => new Pipeline(left) | right;

    /// <summary>Joins two pipelines. The result has <see cref="PipeFail"/> if both have it.</summary>
    /// <param name="left">The first stages.</param>
    /// <param name="right">The last stages.</param>
    /// <exception cref="ArgumentException">The left pipeline writes to a file or stream, or the right one reads from one.</exception>
    public static Pipeline operator |(Pipeline left, Pipeline right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Target is not null || right.Source is not null)
        {
            throw new ArgumentException(left.Target is not null
                ? $"The pipeline already writes to {left.Target.Description}, so no command can read from it. Move that to the end."
                : $"The pipeline already reads from {right.Source!.Description}, so no command can write to it. Move that to the start.");
        }

        return new Pipeline([.. left.Stages, .. right.Stages])
        {
            PipeFail = left.PipeFail && right.PipeFail,
            Source = left.Source,
            Target = right.Target,
        };
    }

    /// <summary>Redirects the first stage's stdin from a file, like <c>&lt; path</c> in a shell.</summary>
    /// <param name="path">The file's path, relative to this process's working directory.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty or contains a NUL.</exception>
    public Pipeline FromFile(string path)
        => this with { Source = new Redirection(Stdio.File(path, FileMode.Open, FileAccess.Read), $"< {Quote(path)}") };

    /// <summary>Redirects the first stage's stdin from a stream.</summary>
    /// <remarks>
    /// The child reads a <see cref="FileStream"/> directly; any other stream is copied to its stdin. The stream isn't closed.
    /// Synchronous calls accept only a <see cref="FileStream"/>.
    /// </remarks>
    /// <param name="stream">The stream.</param>
    public Pipeline FromStream(Stream stream) => this with { Source = new Redirection(Stdio.From(stream), "< (stream)") };

    /// <summary>
    /// Redirects the last stage's stdout to a file, which is created or overwritten, like <c>&gt; path</c> in a shell.
    /// </summary>
    /// <param name="path">The file's path, relative to this process's working directory.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty or contains a NUL.</exception>
    public Pipeline ToFile(string path)
        => this with { Target = new Redirection(Stdio.File(path, FileMode.Create, FileAccess.Write), $"> {Quote(path)}") };

    /// <summary>
    /// Appends the last stage's stdout to a file, which is created if it doesn't exist, like <c>&gt;&gt; path</c> in a shell.
    /// </summary>
    /// <param name="path">The file's path, relative to this process's working directory.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty or contains a NUL.</exception>
    public Pipeline AppendToFile(string path)
        => this with { Target = new Redirection(Stdio.File(path, FileMode.Append, FileAccess.Write), $">> {Quote(path)}") };

    /// <summary>Redirects the last stage's stdout to a stream.</summary>
    /// <remarks>
    /// The child writes to a <see cref="FileStream"/> directly; for any other stream the output is copied. The stream isn't
    /// closed. Synchronous calls accept only a <see cref="FileStream"/>.
    /// </remarks>
    /// <param name="stream">The stream.</param>
    public Pipeline ToStream(Stream stream) => this with { Target = new Redirection(Stdio.From(stream), "> (stream)") };

    /// <summary>Starts all stages and returns immediately (Node's <c>spawn</c>).</summary>
    /// <param name="options">The options for the run. <see cref="SpawnOptions.Stdio"/> sets the first stage's stdin, the last
    /// stage's stdout and every stage's stderr. All other options apply to every stage.
    /// </param>
    /// <param name="cancellationToken">Kills all stages (Node's <c>signal</c>); awaiting them then throws
    /// <see cref="OperationCanceledException"/>.
    /// </param>
    /// <returns>The children. A stage that can't be started is reported by <see cref="ChildPipeline.WaitForExitAsync"/>.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid, or isn't supported for pipelines: <c>Shell</c>,
    /// <c>Argv0</c>, more than three descriptors. Nothing was started.
    /// </exception>
    public ChildPipeline Spawn(SpawnOptions? options = null, CancellationToken cancellationToken = default)
        => ChildPipeline.Start(RunPlan.From(this, options ?? new()), cancellationToken);

    /// <summary>
    /// Starts all stages and captures the last stage's stdout and every stage's stderr (Node's <c>execFile</c>).
    /// </summary>
    /// <param name="options">The options for the run. <c>Input</c> is for the first stage, <c>Stdout</c> for the last.</param>
    /// <param name="cancellationToken">Kills all stages; awaiting then throws <see cref="OperationCanceledException"/> after they
    /// have exited.</param>
    /// <returns>The execution. Await it to get the result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid, or isn't supported for pipelines: <c>Shell</c>.
    /// Nothing was started.
    /// </exception>
    public PipelineExecution ExecFile(ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => Execute(options, isInherited: false, cancellationToken);

    /// <summary>Runs all stages to completion on the calling thread (Node's <c>execFileSync</c>).</summary>
    /// <param name="options">The options for the run. <c>Input</c> is for the first stage, <c>Stdout</c> for the last.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">A stage couldn't be started or failed, or a limit stopped all of them.</exception>
    public PipelineResult ExecFileSync(ExecFileOptions? options = null) => ExecuteSync(options, isInherited: false);

    /// <summary>Starts all stages with this process's stdin, stdout and stderr, like a line of a shell script.</summary>
    /// <inheritdoc cref="ExecFile"/>
    public PipelineExecution RunAsync(ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => Execute(options, isInherited: true, cancellationToken);

    /// <summary>
    /// Runs all stages with this process's stdin, stdout and stderr, and blocks the calling thread until they have exited.
    /// </summary>
    /// <inheritdoc cref="ExecFileSync"/>
    public PipelineResult Run(ExecFileOptions? options = null) => ExecuteSync(options, isInherited: true);

    /// <summary>
    /// Starts all stages and returns the lines of the last stage's stdout as they arrive. Leaving the loop early stops all
    /// stages; at its end, the loop throws what <see cref="ExecFile"/> would throw.
    /// </summary>
    /// <param name="options">The options for the run. <c>MaxBuffer</c> applies to stderr only, because lines are not kept.</param>
    /// <param name="cancellationToken">Kills all stages; the loop then throws <see cref="OperationCanceledException"/> after they
    /// have exited.</param>
    /// <exception cref="ArgumentException">An argument or option is invalid, or the pipeline writes to a file or stream.</exception>
    /// <exception cref="ExecException">A stage couldn't be started or failed, or a limit stopped all of them.</exception>
    public IAsyncEnumerable<string> ReadLinesAsync(ExecFileOptions? options = null, CancellationToken cancellationToken = default)
    {
        Check(LineOptions.Lines(options, static _ => default));
        return LineFeed.ReadAsync<string>((take, token) => Feed(LineOptions.Lines(options, take), token), cancellationToken);
    }

    /// <summary>
    /// Starts all stages and returns the lines of the last stage's stdout and of every stage's stderr as they arrive. Leaving the
    /// loop early stops all stages.
    /// </summary>
    /// <inheritdoc cref="ReadLinesAsync"/>
    public IAsyncEnumerable<OutputLine> ReadAllLinesAsync(ExecFileOptions? options = null, CancellationToken cancellationToken = default)
    {
        Check(LineOptions.AllLines(options, static _ => default));
        return LineFeed.ReadAsync<OutputLine>((take, token) => Feed(LineOptions.AllLines(options, take), token), cancellationToken);
    }

    /// <summary>Returns the pipeline as a command line for a POSIX shell, with secrets masked.</summary>
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

    private PipelineExecution Execute(ExecFileOptions? options, bool isInherited, CancellationToken cancellationToken)
    {
        var plan = Plan(options ?? new(), isInherited, out var run);
        var queued = QueuedRun.Start(plan, run, cancellationToken, out var started);
        return queued is null ? new PipelineExecution(started!.Stages, started.PipelineResultAsync()) : new PipelineExecution(queued);
    }

    private PipelineResult ExecuteSync(ExecFileOptions? options, bool isInherited)
    {
        var plan = Plan(options ?? new(), isInherited, out var run);
        return CommandRunner.ExecSync(plan, run);
    }

    private void Check(ExecFileOptions options)
    {
        if (Target is not null)
        {
            throw new ArgumentException($"The pipeline writes to {Target.Description}, so there are no lines to read.");
        }

        _ = Plan(options, isInherited: false, out _);
    }

    private LineRun Feed(ExecFileOptions options, CancellationToken cancellationToken)
    {
        var execution = ExecFile(options, cancellationToken);
        return new LineRun(execution.AsTask(), execution.DisposeAsync);
    }

    private RunPlan Plan(ExecFileOptions options, bool isInherited, out CaptureRunOptions run)
    {
        run = new CaptureRunOptions(options, carried: null, isInherited, isShared: Stages.Count > 1);
        return RunPlan.From(this, options, run);
    }

    /// <summary>Returns the pipeline as a command line for a POSIX shell, to be an argument of another command.</summary>
    /// <exception cref="ArgumentException">The pipeline reads or writes a stream of this process, which another shell can't.</exception>
    internal string ToText(string property, bool masked)
    {
        if (Source?.Description.EndsWith("(stream)", StringComparison.Ordinal) == true || Target?.Description.EndsWith("(stream)", StringComparison.Ordinal) == true)
        {
            throw new ArgumentException($"{property} reads or writes a stream of this process, which isn't available to the shell that runs it.", property);
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
