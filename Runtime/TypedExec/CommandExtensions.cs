using TypedExec.Generated;
using TypedExec.Running;
using TypedExec.Shells;
using TypedExec.Requests;

namespace TypedExec;

/// <summary>Provides the methods that run a command, including the instance methods of generated command classes.</summary>
public static class CommandExtensions
{
    /// <summary>Starts a child and returns immediately (Node's <c>spawn</c>).</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">The options for the run.</param>
    /// <param name="cancellationToken">Kills the child (Node's <c>signal</c>); awaiting it then throws
    /// <see cref="OperationCanceledException"/>.
    /// </param>
    /// <returns>The child; a start failure is reported through its <see cref="ChildProcess.Error"/>.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public static ChildProcess Spawn(this ICommand command, SpawnOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.Spawn(Invocation.From(command), options, cancellationToken);

    /// <summary>Runs a child to completion on the calling thread (Node's <c>spawnSync</c>).</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">The options for the run.</param>
    /// <returns>The result. The method never throws because the child failed.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public static SpawnSyncResult SpawnSync(this ICommand command, SpawnSyncOptions? options = null)
        => CommandRunner.SpawnSync(Invocation.From(command), options);

    /// <summary>Starts a child and captures its output (Node's <c>execFile</c>).</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">The options for the run.</param>
    /// <param name="cancellationToken">Kills the child; awaiting then throws <see cref="OperationCanceledException"/> after it has exited.</param>
    /// <returns>The execution. Await it to get the result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public static Execution ExecFile(this ICommand command, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.ExecFile(Invocation.From(command), options, cancellationToken);

    /// <summary>Runs a child to completion on the calling thread and captures its output (Node's <c>execFileSync</c>).</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">The options for the run.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The child couldn't be started, failed, timed out or wrote too much.</exception>
    public static ExecResult ExecFileSync(this ICommand command, ExecFileOptions? options = null)
        => CommandRunner.ExecFileSync(Invocation.From(command), options);

    /// <summary>
    /// Runs the command through a shell, with its arguments quoted, and captures the output (Node's <c>exec</c>).
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="options">The options for the run.</param>
    /// <param name="cancellationToken">Kills the shell; awaiting then throws <see cref="OperationCanceledException"/> after it has exited.</param>
    /// <returns>The execution. Await it to get the result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public static Execution Exec(this ICommand command, ExecOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.Exec(ShellCommand.FromCommand(command), options, cancellationToken);

    /// <summary>Runs the command through a shell to completion on the calling thread (Node's <c>execSync</c>).</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">The options for the run.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The shell couldn't be started, failed, timed out or wrote too much.</exception>
    public static ExecResult ExecSync(this ICommand command, ExecOptions? options = null)
        => CommandRunner.ExecSync(ShellCommand.FromCommand(command), options);

    /// <summary>Runs the command with this process's stdin, stdout and stderr, like a line of a shell script.</summary>
    /// <remarks>
    /// Use <c>Input</c>, <c>Stdout</c> and <c>Stderr</c> to change that. For example, <c>Stdout = [Output.Inherit,
    /// Output.Capture]</c> shows the output and also captures it in the result.
    /// </remarks>
    /// <param name="command">The command.</param>
    /// <param name="options">The options for the run.</param>
    /// <param name="cancellationToken">Kills the child; awaiting then throws <see cref="OperationCanceledException"/> after it has exited.</param>
    /// <returns>The execution. Await it; a failure throws <see cref="ExecException"/>.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public static Execution RunAsync(this ICommand command, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.RunAsync(Invocation.From(command), options, cancellationToken);

    /// <summary>
    /// Runs the command with this process's stdin, stdout and stderr, and blocks the calling thread until it has exited.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="options">The options for the run.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The child couldn't be started, failed or timed out.</exception>
    public static ExecResult Run(this ICommand command, ExecFileOptions? options = null)
        => CommandRunner.Run(Invocation.From(command), options);

    /// <summary>
    /// Runs the command and returns the lines of stdout as they arrive. Leaving the loop early stops the child.
    /// </summary>
    /// <remarks>A slow reader slows the child down. Lines are not kept, so there can be any number of them.</remarks>
    /// <param name="command">The command.</param>
    /// <param name="options">The options for the run. <c>Stdout</c> adds further targets for the output.</param>
    /// <param name="cancellationToken">Kills the child; the loop then throws <see cref="OperationCanceledException"/> after it has exited.</param>
    /// <returns>The lines, without their line endings. Each loop over them runs the command again.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid.</exception>
    /// <exception cref="ExecException">Thrown at the end of the loop: the child couldn't be started, failed or timed out.</exception>
    public static IAsyncEnumerable<string> ReadLinesAsync(
        this ICommand command, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.ReadLines(Invocation.From(command), options, cancellationToken);

    /// <summary>
    /// Runs the command and returns the lines of stdout and stderr as they arrive. Leaving the loop early stops the child.
    /// </summary>
    /// <remarks>
    /// The lines of each stream are in order; between the two, they come in the order of arrival. With <c>Stderr =
    /// [Output.Stdout]</c> both are one stream, in the order in which the child writes.
    /// </remarks>
    /// <inheritdoc cref="ReadLinesAsync(ICommand, ExecFileOptions?, CancellationToken)"/>
    public static IAsyncEnumerable<OutputLine> ReadAllLinesAsync(
        this ICommand command, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.ReadAllLines(Invocation.From(command), options, cancellationToken);

    /// <summary>
    /// Returns the same command with another program, such as <c>/opt/bin/ffmpeg</c>, whose path is known only at run time.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="fileName">A name that is looked up on the child's PATH, or a path.</param>
    /// <exception cref="ArgumentException"><paramref name="fileName"/> is empty or contains a NUL.</exception>
    public static ICommand WithFileName(this ICommand command, string fileName)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        ArgumentCheck.ThrowIfNul(fileName, nameof(fileName));
        return new ConfiguredCommand(command, fileName, null, []);
    }

    /// <summary>
    /// Returns the same command with default options, which also apply in pipelines. Options of a call override them, and they
    /// override the defaults that the command already has.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException"><paramref name="options"/> is of a derived type. Only a <see cref="ProcessOptions"/>
    /// itself can be a default.</exception>
    public static ICommand WithOptions(this ICommand command, ProcessOptions options)
    {
        ArgumentNullException.ThrowIfNull(command);
        OptionLayers.ThrowIfDerived(options, nameof(options));
        return new ConfiguredCommand(command, null, options, []);
    }

    /// <summary>Returns the same command with more arguments at its end, such as options that no property covers.</summary>
    /// <param name="command">The command.</param>
    /// <param name="args">The arguments, one per item.</param>
    /// <exception cref="ArgumentException">An argument is null.</exception>
    public static ICommand AppendArguments(this ICommand command, params IEnumerable<string> args)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(args);
        return ConfiguredCommand.Append(command, CommandArguments.Concat([], args));
    }

    /// <summary>
    /// Returns the command line, quoted for a POSIX shell and with secrets masked, for logs or for pasting into a terminal.
    /// </summary>
    /// <remarks>It never throws: a command that would be rejected is followed by the reason, as a comment.</remarks>
    /// <param name="command">The command.</param>
    public static string ToCommandLine(this ICommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return CommandText.From(command);
    }
}
