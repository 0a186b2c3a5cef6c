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
    /// <returns>The child; that it could not be started is told by its <see cref="ChildProcess.Error"/>.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public static ChildProcess Spawn(this ICommand command, SpawnOptions? options = null)
        => CommandRunner.Spawn(Invocation.Of(command), options);

    /// <summary>Runs a child to its end on this thread (Node's <c>spawnSync</c>).</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>How it ended; failures are told by it, not thrown.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public static SpawnSyncResult SpawnSync(this ICommand command, SpawnSyncOptions? options = null)
        => CommandRunner.SpawnSync(Invocation.Of(command), options);

    /// <summary>Starts a child and captures its output (Node's <c>execFile</c>).</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Kills the child; awaiting then throws <see cref="OperationCanceledException"/> once it is gone.</param>
    /// <returns>The execution, to be awaited for its result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public static Execution ExecFile(this ICommand command, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.ExecFile(Invocation.Of(command), options, cancellationToken);

    /// <summary>Runs a child to its end on this thread and captures its output (Node's <c>execFileSync</c>).</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The child could not be started, failed, timed out or wrote too much.</exception>
    public static ExecResult ExecFileSync(this ICommand command, ExecFileOptions? options = null)
        => CommandRunner.ExecFileSync(Invocation.Of(command), options);

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

    /// <summary>The command line, quoted for a POSIX shell, with secrets masked: for logs and to be pasted into a terminal.</summary>
    /// <param name="command">The command.</param>
    public static string ToCommandLine(this ICommand command)
    {
        var invocation = Invocation.Of(command);
        return PosixQuoting.Join(invocation.File, invocation.ShownArguments);
    }
}
