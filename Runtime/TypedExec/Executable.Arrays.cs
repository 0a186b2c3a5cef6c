using System.Runtime.CompilerServices;
using TypedExec.Requests;
using TypedExec.Running;

namespace TypedExec;

// The verbs with the arguments of the call as an array.
public sealed partial class Executable
{
    /// <summary>Starts a child and returns at once (Node's <c>spawn</c>).</summary>
    /// <param name="args">The arguments, one item an argument.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">
    /// Kills the child (Node's <c>signal</c>); what is awaited then throws <see cref="OperationCanceledException"/>.
    /// </param>
    /// <returns>The child; a start failure is reported through its <see cref="ChildProcess.Error"/>.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public ChildProcess Spawn(IEnumerable<string> args, SpawnOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.Spawn(Invocation.From(this, args), options, cancellationToken);

    /// <summary>Starts a child and returns at once (Node's <c>spawn</c>).</summary>
    /// <param name="args">The arguments, one item an argument.</param>
    /// <returns>The child; a start failure is reported through its <see cref="ChildProcess.Error"/>.</returns>
    /// <exception cref="ArgumentException">An argument is invalid; nothing was started.</exception>
    public ChildProcess Spawn(params ReadOnlySpan<string> args) => Spawn(args.ToArray(), null, CancellationToken.None);

    /// <summary>Runs a child to its end on this thread (Node's <c>spawnSync</c>).</summary>
    /// <param name="args">The arguments, one item an argument.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>How it ended; it never throws because the child failed.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public SpawnSyncResult SpawnSync(IEnumerable<string> args, SpawnSyncOptions? options = null)
        => CommandRunner.SpawnSync(Invocation.From(this, args), options);

    /// <summary>Runs a child to its end on this thread (Node's <c>spawnSync</c>).</summary>
    /// <param name="args">The arguments, one item an argument.</param>
    /// <returns>How it ended; it never throws because the child failed.</returns>
    /// <exception cref="ArgumentException">An argument is invalid; nothing was started.</exception>
    public SpawnSyncResult SpawnSync(params ReadOnlySpan<string> args) => SpawnSync(args.ToArray(), null);

    /// <summary>Starts a child and captures its output (Node's <c>execFile</c>).</summary>
    /// <param name="args">The arguments, one item an argument.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Kills the child; awaiting then throws <see cref="OperationCanceledException"/> once it is gone.</param>
    /// <returns>The execution, to be awaited for its result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public Execution ExecFile(IEnumerable<string> args, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.ExecFile(Invocation.From(this, args), options, cancellationToken);

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
        => CommandRunner.ExecFileSync(Invocation.From(this, args), options);

    /// <summary>Runs a child to its end on this thread and captures its output (Node's <c>execFileSync</c>).</summary>
    /// <param name="args">The arguments, one item an argument.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="ArgumentException">An argument is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The child could not be started, failed, timed out or wrote too much.</exception>
    public ExecResult ExecFileSync(params ReadOnlySpan<string> args) => ExecFileSync(args.ToArray(), null);

    /// <summary>
    /// Runs a child with this process's stdin, stdout and stderr, as a line of a shell script does: the build script's verb.
    /// </summary>
    /// <param name="args">The arguments, one item an argument.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Kills the child; awaiting then throws <see cref="OperationCanceledException"/> once it is gone.</param>
    /// <returns>The execution, to be awaited; a failure throws.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public Execution RunAsync(IEnumerable<string> args, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.RunAsync(Invocation.From(this, args), options, cancellationToken);

    /// <summary>
    /// Runs a child with this process's stdin, stdout and stderr, as a line of a shell script does: the build script's verb.
    /// </summary>
    /// <param name="args">The arguments, one item an argument.</param>
    /// <returns>The execution, to be awaited; a failure throws.</returns>
    /// <exception cref="ArgumentException">An argument is invalid; nothing was started.</exception>
    public Execution RunAsync(params ReadOnlySpan<string> args) => RunAsync(args.ToArray(), null, CancellationToken.None);

    /// <summary>Starts a child that runs a module, with a channel for messages between it and this process (Node's <c>fork</c>).</summary>
    /// <param name="modulePath">The module, such as a script of Node's or an assembly of dotnet's.</param>
    /// <param name="args">The module's own arguments.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">
    /// Kills the child (Node's <c>signal</c>); what is awaited then throws <see cref="OperationCanceledException"/>.
    /// </param>
    /// <returns>The child; a start failure is reported through its <see cref="ChildProcess.Error"/>.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public ChildProcess Fork(
        string modulePath, IEnumerable<string>? args = null, ForkOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.Fork(this, modulePath, args, options, cancellationToken);

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
    {
        ArgumentNullException.ThrowIfNull(command);
        return CommandRunner.Exec(command.After(this), options, cancellationToken);
    }

    /// <summary>Runs the program through a shell and captures the output (Node's <c>exec</c>).</summary>
    /// <remarks>
    /// The text goes to the shell as it is; nothing in it is quoted. In F# and Visual Basic an interpolated string is such a text too:
    /// build a <see cref="ShellCommand"/> there, or use an array form.
    /// </remarks>
    /// <param name="command">What follows the program: a constant. For anything else use an interpolated string.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Kills the shell; awaiting then throws <see cref="OperationCanceledException"/> once it is gone.</param>
    /// <returns>The execution, to be awaited for its result.</returns>
    /// <exception cref="ArgumentException">An option is invalid; nothing was started.</exception>
    public Execution Exec(string command, ExecOptions? options = null, CancellationToken cancellationToken = default)
        => Exec(ShellCommand.FromText(command), options, cancellationToken);

    /// <summary>Runs the program through a shell with these arguments, quoted for it, and captures the output (Node's <c>exec</c>).</summary>
    /// <param name="args">The arguments, one item an argument.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Kills the shell; awaiting then throws <see cref="OperationCanceledException"/> once it is gone.</param>
    /// <returns>The execution, to be awaited for its result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public Execution Exec(IEnumerable<string> args, ExecOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.Exec(ShellCommand.FromInvocation(Invocation.From(this, args)), options, cancellationToken);

    /// <summary>Runs the program through a shell with these arguments, quoted for it, and captures the output (Node's <c>exec</c>).</summary>
    /// <param name="args">The arguments, one item an argument; a single string is a text for the shell instead.</param>
    /// <returns>The execution, to be awaited for its result.</returns>
    /// <exception cref="ArgumentException">An argument is invalid; nothing was started.</exception>
    public Execution Exec(params ReadOnlySpan<string> args) => Exec(args.ToArray(), null, CancellationToken.None);

    /// <summary>Runs the program through a shell with these arguments, quoted for it, to its end on this thread (Node's <c>execSync</c>).</summary>
    /// <param name="args">The arguments, one item an argument.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The shell could not be started, failed, timed out or wrote too much.</exception>
    public ExecResult ExecSync(IEnumerable<string> args, ExecOptions? options = null)
        => CommandRunner.ExecSync(ShellCommand.FromInvocation(Invocation.From(this, args)), options);

    /// <summary>Runs the program through a shell with these arguments, quoted for it, to its end on this thread (Node's <c>execSync</c>).</summary>
    /// <param name="args">The arguments, one item an argument; a single string is a text for the shell instead.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="ArgumentException">An argument is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The shell could not be started, failed, timed out or wrote too much.</exception>
    public ExecResult ExecSync(params ReadOnlySpan<string> args) => ExecSync(args.ToArray(), null);

    /// <summary>Runs the program through a shell to its end on this thread (Node's <c>execSync</c>).</summary>
    /// <param name="command">What follows the program; every hole is quoted for the shell.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="ArgumentException">A hole or an option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The shell could not be started, failed, timed out or wrote too much.</exception>
    [OverloadResolutionPriority(1)]
    public ExecResult ExecSync(ShellCommand command, ExecOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        return CommandRunner.ExecSync(command.After(this), options);
    }

    /// <summary>Runs the program through a shell to its end on this thread (Node's <c>execSync</c>).</summary>
    /// <inheritdoc cref="Exec(string, ExecOptions?, CancellationToken)" path="/remarks"/>
    /// <param name="command">What follows the program: a constant. For anything else use an interpolated string.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="ArgumentException">An option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The shell could not be started, failed, timed out or wrote too much.</exception>
    public ExecResult ExecSync(string command, ExecOptions? options = null) => ExecSync(ShellCommand.FromText(command), options);
}
