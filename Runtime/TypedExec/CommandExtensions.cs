using TypedExec.Generated;
using TypedExec.Running;
using TypedExec.Shells;
using TypedExec.Requests;

namespace TypedExec;

/// <summary>Runs a command that is a value. The instance methods of a generated command class are these.</summary>
public static class CommandExtensions
{
    /// <summary>Starts a child and returns at once (Node's <c>spawn</c>).</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">
    /// Kills the child (Node's <c>signal</c>); what is awaited then throws <see cref="OperationCanceledException"/>.
    /// </param>
    /// <returns>The child; a start failure is reported through its <see cref="ChildProcess.Error"/>.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public static ChildProcess Spawn(this ICommand command, SpawnOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.Spawn(Invocation.From(command), options, cancellationToken);

    /// <summary>Runs a child to its end on this thread (Node's <c>spawnSync</c>).</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>How it ended; it never throws because the child failed.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public static SpawnSyncResult SpawnSync(this ICommand command, SpawnSyncOptions? options = null)
        => CommandRunner.SpawnSync(Invocation.From(command), options);

    /// <summary>Starts a child and captures its output (Node's <c>execFile</c>).</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Kills the child; awaiting then throws <see cref="OperationCanceledException"/> once it is gone.</param>
    /// <returns>The execution, to be awaited for its result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public static Execution ExecFile(this ICommand command, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.ExecFile(Invocation.From(command), options, cancellationToken);

    /// <summary>Runs a child to its end on this thread and captures its output (Node's <c>execFileSync</c>).</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The child could not be started, failed, timed out or wrote too much.</exception>
    public static ExecResult ExecFileSync(this ICommand command, ExecFileOptions? options = null)
        => CommandRunner.ExecFileSync(Invocation.From(command), options);

    /// <summary>Runs the command through a shell, its arguments quoted, and captures the output (Node's <c>exec</c>).</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Kills the shell; awaiting then throws <see cref="OperationCanceledException"/> once it is gone.</param>
    /// <returns>The execution, to be awaited for its result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public static Execution Exec(this ICommand command, ExecOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.Exec(ShellCommand.FromCommand(command), options, cancellationToken);

    /// <summary>Runs the command through a shell to its end on this thread (Node's <c>execSync</c>).</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The shell could not be started, failed, timed out or wrote too much.</exception>
    public static ExecResult ExecSync(this ICommand command, ExecOptions? options = null)
        => CommandRunner.ExecSync(ShellCommand.FromCommand(command), options);

    /// <summary>
    /// Runs the command with this process's stdin, stdout and stderr, as a line of a shell script does: the build script's verb.
    /// </summary>
    /// <remarks>
    /// <c>Input</c>, <c>Stdout</c> and <c>Stderr</c> say otherwise: <c>Stdout = [Output.Inherit, Output.Capture]</c> shows it and has it in
    /// the result too.
    /// </remarks>
    /// <param name="command">The command.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Kills the child; awaiting then throws <see cref="OperationCanceledException"/> once it is gone.</param>
    /// <returns>The execution, to be awaited; a failure throws <see cref="ExecException"/>.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public static Execution RunAsync(this ICommand command, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.RunAsync(Invocation.From(command), options, cancellationToken);

    /// <summary>Runs the command with this process's stdin, stdout and stderr, and waits for its end on this thread.</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The child could not be started, failed or timed out.</exception>
    public static ExecResult Run(this ICommand command, ExecFileOptions? options = null)
        => CommandRunner.Run(Invocation.From(command), options);

    /// <summary>Runs the command and gives stdout's lines as they come. A loop that is left early stops the child.</summary>
    /// <remarks>A reader that is slow slows the child down; nothing is kept, so there may be any number of lines.</remarks>
    /// <param name="command">The command.</param>
    /// <param name="options">How to run it. <c>Stdout</c> adds places that the output goes to besides.</param>
    /// <param name="cancellationToken">Kills the child; the loop then throws <see cref="OperationCanceledException"/> once it is gone.</param>
    /// <returns>The lines, without their ends. Each loop over them is a run of its own.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid.</exception>
    /// <exception cref="ExecException">At the end of the loop: the child could not be started, failed or timed out.</exception>
    public static IAsyncEnumerable<string> ReadLinesAsync(
        this ICommand command, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.ReadLines(Invocation.From(command), options, cancellationToken);

    /// <summary>Runs the command and gives the lines of stdout and stderr as they come. A loop that is left early stops the child.</summary>
    /// <remarks>
    /// Each of the two is in order; between them the order is that of arrival. With <c>Stderr = [Output.Stdout]</c> both are one stream, in
    /// the order in which the child writes.
    /// </remarks>
    /// <inheritdoc cref="ReadLinesAsync(ICommand, ExecFileOptions?, CancellationToken)"/>
    public static IAsyncEnumerable<OutputLine> ReadAllLinesAsync(
        this ICommand command, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.ReadAllLines(Invocation.From(command), options, cancellationToken);

    /// <summary>The same command with its program at another place, known only at run time: <c>/opt/bin/ffmpeg</c>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="fileName">A name that is looked up on the child's PATH, or a path.</param>
    /// <exception cref="ArgumentException"><paramref name="fileName"/> is empty or holds a NUL.</exception>
    public static ICommand WithFileName(this ICommand command, string fileName)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        ArgumentCheck.NoNul(fileName, nameof(fileName));
        return new ConfiguredCommand(command, fileName, null, []);
    }

    /// <summary>
    /// The same command with options that travel with it, into pipelines too. They hold for every call that does not say otherwise, and
    /// are laid over those that the command has already.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">They are the record of one verb; only a <see cref="ProcessOptions"/> itself can travel.</exception>
    public static ICommand WithOptions(this ICommand command, ProcessOptions options)
    {
        ArgumentNullException.ThrowIfNull(command);
        OptionLayers.ThrowIfDerived(options, nameof(options));
        return new ConfiguredCommand(command, null, options, []);
    }

    /// <summary>The same command with arguments at its end that no property knows.</summary>
    /// <param name="command">The command.</param>
    /// <param name="args">The arguments, one item an argument.</param>
    /// <exception cref="ArgumentException">An argument is null.</exception>
    public static ICommand AppendArguments(this ICommand command, params IEnumerable<string> args)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(args);
        return new ConfiguredCommand(command, null, null, CommandArguments.Concat([], args));
    }

    /// <summary>
    /// The command line, quoted for a POSIX shell, with secrets masked: for logs and to be pasted into a terminal. It never throws: a
    /// command that would be refused is shown with the reason behind it, as a comment.
    /// </summary>
    /// <param name="command">The command.</param>
    public static string ToCommandLine(this ICommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return CommandText.Of(command);
    }
}
