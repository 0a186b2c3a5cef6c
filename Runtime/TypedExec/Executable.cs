using System.Runtime.CompilerServices;
using TypedExec.Running;
using TypedExec.Requests;

namespace TypedExec;

/// <summary>
/// A program, with the words of a subcommand where there is one, that can be run with arguments given as an array. The
/// static methods of a generated command class are its.
/// </summary>
/// <param name="fileName">The program: a name that is looked up on the child's PATH, or a path.</param>
/// <param name="subcommand">Words that go before all arguments, as <c>commit</c> in <c>git commit</c>.</param>
public sealed class Executable(string fileName, params string[] subcommand)
{
    /// <summary>The program: a name that is looked up on the child's PATH, or a path.</summary>
    public string FileName { get; } = fileName;

    /// <summary>The words that go before all arguments.</summary>
    public IReadOnlyList<string> Subcommand { get; } = [.. subcommand];

    /// <inheritdoc cref="ICommand.Defaults"/>
    /// <exception cref="ArgumentException">It is the record of one verb; only a <see cref="ProcessOptions"/> itself can travel.</exception>
    public ProcessOptions? Defaults
    {
        get;
        init
        {
            if (value is not null)
            {
                OptionLayers.ThrowIfDerived(value, nameof(value));
            }

            field = value;
        }
    }

    /// <summary>Starts a child and returns at once (Node's <c>spawn</c>).</summary>
    /// <param name="args">The arguments, one item an argument.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>The child; that it could not be started is told by its <see cref="ChildProcess.Error"/>.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public ChildProcess Spawn(IEnumerable<string> args, SpawnOptions? options = null)
        => CommandRunner.Spawn(Invocation.Of(this, args), options);

    /// <summary>Starts a child and returns at once (Node's <c>spawn</c>).</summary>
    /// <param name="args">The arguments, one item an argument.</param>
    /// <returns>The child; that it could not be started is told by its <see cref="ChildProcess.Error"/>.</returns>
    /// <exception cref="ArgumentException">An argument is invalid; nothing was started.</exception>
    public ChildProcess Spawn(params ReadOnlySpan<string> args) => Spawn(args.ToArray(), null);

    /// <summary>Runs a child to its end on this thread (Node's <c>spawnSync</c>).</summary>
    /// <param name="args">The arguments, one item an argument.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>How it ended; failures are told by it, not thrown.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public SpawnSyncResult SpawnSync(IEnumerable<string> args, SpawnSyncOptions? options = null)
        => CommandRunner.SpawnSync(Invocation.Of(this, args), options);

    /// <summary>Starts a child and captures its output (Node's <c>execFile</c>).</summary>
    /// <param name="args">The arguments, one item an argument.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Kills the child; awaiting then throws <see cref="OperationCanceledException"/> once it is gone.</param>
    /// <returns>The execution, to be awaited for its result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public Execution ExecFile(IEnumerable<string> args, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.ExecFile(Invocation.Of(this, args), options, cancellationToken);

    /// <summary>Starts a child and captures its output (Node's <c>execFile</c>).</summary>
    /// <param name="args">The arguments, one item an argument.</param>
    /// <returns>The execution, to be awaited for its result.</returns>
    /// <exception cref="ArgumentException">An argument is invalid; nothing was started.</exception>
    public Execution ExecFile(params ReadOnlySpan<string> args) => ExecFile(args.ToArray(), null, CancellationToken.None);

    /// <summary>Runs a child to its end on this thread and captures its output (Node's <c>execFileSync</c>).</summary>
    /// <param name="args">The arguments, one item an argument.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The child could not be started, failed, timed out or wrote too much.</exception>
    public ExecResult ExecFileSync(IEnumerable<string> args, ExecFileOptions? options = null)
        => CommandRunner.ExecFileSync(Invocation.Of(this, args), options);

    /// <summary>Starts a child that runs a module, with a channel for messages between it and this process (Node's <c>fork</c>).</summary>
    /// <param name="modulePath">The module, such as a script of Node's or an assembly of dotnet's.</param>
    /// <param name="args">The module's own arguments.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>The child; that it could not be started is told by its <see cref="ChildProcess.Error"/>.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public ChildProcess Fork(string modulePath, IEnumerable<string>? args = null, ForkOptions? options = null)
        => CommandRunner.Fork(this, modulePath, args, options);

    /// <summary>
    /// Runs the program through a shell and captures the output (Node's <c>exec</c>). The text is what follows the
    /// program; every hole of the interpolated string is quoted for the shell.
    /// </summary>
    /// <remarks>Preferred to the overload for a string, so that holes which are constants are quoted too.</remarks>
    /// <param name="command">What follows the program, as <c>$"slave.js {i} | wc -l"</c>.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Kills the shell; awaiting then throws <see cref="OperationCanceledException"/> once it is gone.</param>
    /// <returns>The execution, to be awaited for its result.</returns>
    /// <exception cref="ArgumentException">A hole or an option is invalid; nothing was started.</exception>
    [OverloadResolutionPriority(1)]
    public Execution Exec(ShellCommand command, ExecOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.Exec(command.After(this), options, cancellationToken);

    /// <summary>Runs the program through a shell and captures the output (Node's <c>exec</c>).</summary>
    /// <param name="command">What follows the program: a constant. For anything else use an interpolated string.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Kills the shell; awaiting then throws <see cref="OperationCanceledException"/> once it is gone.</param>
    /// <returns>The execution, to be awaited for its result.</returns>
    /// <exception cref="ArgumentException">An option is invalid; nothing was started.</exception>
    public Execution Exec(string command, ExecOptions? options = null, CancellationToken cancellationToken = default)
        => Exec(ShellCommand.FromText(command), options, cancellationToken);

    /// <summary>Runs the program through a shell to its end on this thread (Node's <c>execSync</c>).</summary>
    /// <param name="command">What follows the program; every hole is quoted for the shell.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="ArgumentException">A hole or an option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The shell could not be started, failed, timed out or wrote too much.</exception>
    [OverloadResolutionPriority(1)]
    public ExecResult ExecSync(ShellCommand command, ExecOptions? options = null)
        => CommandRunner.ExecSync(command.After(this), options);

    /// <summary>Runs the program through a shell to its end on this thread (Node's <c>execSync</c>).</summary>
    /// <param name="command">What follows the program: a constant. For anything else use an interpolated string.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="ArgumentException">An option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The shell could not be started, failed, timed out or wrote too much.</exception>
    public ExecResult ExecSync(string command, ExecOptions? options = null) => ExecSync(ShellCommand.FromText(command), options);
}
