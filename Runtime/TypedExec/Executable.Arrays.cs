using System.Runtime.CompilerServices;
using TypedExec.Requests;
using TypedExec.Running;

namespace TypedExec;

// The methods that take the arguments of the call as an array.
public sealed partial class Executable
{
    /// <summary>Starts a child and returns immediately (Node's <c>spawn</c>).</summary>
    /// <param name="args">The arguments, one per item.</param>
    /// <param name="options">The options for the run.</param>
    /// <param name="cancellationToken">Kills the child (Node's <c>signal</c>); awaiting it then throws
    /// <see cref="OperationCanceledException"/>.
    /// </param>
    /// <returns>The child; a start failure is reported through its <see cref="ChildProcess.Error"/>.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public ChildProcess Spawn(IEnumerable<string> args, SpawnOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.Spawn(Invocation.From(this, args), options, cancellationToken);

    /// <summary>Starts a child and returns immediately (Node's <c>spawn</c>).</summary>
    /// <param name="args">The arguments, one per item.</param>
    /// <returns>The child; a start failure is reported through its <see cref="ChildProcess.Error"/>.</returns>
    /// <exception cref="ArgumentException">An argument is invalid; nothing was started.</exception>
    public ChildProcess Spawn(params ReadOnlySpan<string> args) => Spawn(args.ToArray(), null, CancellationToken.None);

    /// <summary>Runs a child to completion on the calling thread (Node's <c>spawnSync</c>).</summary>
    /// <param name="args">The arguments, one per item.</param>
    /// <param name="options">The options for the run.</param>
    /// <returns>The result. The method never throws because the child failed.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public SpawnSyncResult SpawnSync(IEnumerable<string> args, SpawnSyncOptions? options = null)
        => CommandRunner.SpawnSync(Invocation.From(this, args), options);

    /// <summary>Runs a child to completion on the calling thread (Node's <c>spawnSync</c>).</summary>
    /// <param name="args">The arguments, one per item.</param>
    /// <returns>The result. The method never throws because the child failed.</returns>
    /// <exception cref="ArgumentException">An argument is invalid; nothing was started.</exception>
    public SpawnSyncResult SpawnSync(params ReadOnlySpan<string> args) => SpawnSync(args.ToArray(), null);

    /// <summary>Starts a child and captures its output (Node's <c>execFile</c>).</summary>
    /// <param name="args">The arguments, one per item.</param>
    /// <param name="options">The options for the run.</param>
    /// <param name="cancellationToken">Kills the child; awaiting then throws <see cref="OperationCanceledException"/> after it has exited.</param>
    /// <returns>The execution. Await it to get the result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public Execution ExecFile(IEnumerable<string> args, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.ExecFile(Invocation.From(this, args), options, cancellationToken);

    /// <summary>Starts a child and captures its output (Node's <c>execFile</c>).</summary>
    /// <param name="args">The arguments, one per item.</param>
    /// <returns>The execution. Await it to get the result.</returns>
    /// <exception cref="ArgumentException">An argument is invalid; nothing was started.</exception>
    public Execution ExecFile(params ReadOnlySpan<string> args) => ExecFile(args.ToArray(), null, CancellationToken.None);

    /// <summary>Runs a child to completion on the calling thread and captures its output (Node's <c>execFileSync</c>).</summary>
    /// <param name="args">The arguments, one per item.</param>
    /// <param name="options">The options for the run.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The child couldn't be started, failed, timed out or wrote too much.</exception>
    public ExecResult ExecFileSync(IEnumerable<string> args, ExecFileOptions? options = null)
        => CommandRunner.ExecFileSync(Invocation.From(this, args), options);

    /// <summary>Runs a child to completion on the calling thread and captures its output (Node's <c>execFileSync</c>).</summary>
    /// <param name="args">The arguments, one per item.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">An argument is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The child couldn't be started, failed, timed out or wrote too much.</exception>
    public ExecResult ExecFileSync(params ReadOnlySpan<string> args) => ExecFileSync(args.ToArray(), null);

    /// <summary>Runs the program with this process's stdin, stdout and stderr, like a line of a shell script.</summary>
    /// <param name="args">The arguments, one per item.</param>
    /// <param name="options">The options for the run.</param>
    /// <param name="cancellationToken">Kills the child; awaiting then throws <see cref="OperationCanceledException"/> after it has exited.</param>
    /// <returns>The execution. Await it; a failure throws <see cref="ExecException"/>.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public Execution RunAsync(IEnumerable<string> args, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.RunAsync(Invocation.From(this, args), options, cancellationToken);

    /// <summary>Runs the program with this process's stdin, stdout and stderr, like a line of a shell script.</summary>
    /// <param name="args">The arguments, one per item.</param>
    /// <returns>The execution. Await it; a failure throws <see cref="ExecException"/>.</returns>
    /// <exception cref="ArgumentException">An argument is invalid; nothing was started.</exception>
    public Execution RunAsync(params ReadOnlySpan<string> args) => RunAsync(args.ToArray(), null, CancellationToken.None);

    /// <summary>Starts a child that runs a module and exchanges messages with this process (Node's <c>fork</c>).</summary>
    /// <param name="modulePath">The module, such as a Node script or a .NET assembly.</param>
    /// <param name="args">The arguments of the module.</param>
    /// <param name="options">The options for the run.</param>
    /// <param name="cancellationToken">Kills the child (Node's <c>signal</c>); awaiting it then throws
    /// <see cref="OperationCanceledException"/>.
    /// </param>
    /// <returns>The child; a start failure is reported through its <see cref="ChildProcess.Error"/>.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public ChildProcess Fork(
        string modulePath, IEnumerable<string>? args = null, ForkOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.Fork(this, modulePath, args, options, cancellationToken);

    /// <summary>
    /// Runs the program through a shell and captures the output (Node's <c>exec</c>). Every hole of the interpolated string is
    /// quoted for the shell.
    /// </summary>
    /// <remarks>The compiler prefers this overload to the one that takes a string, so that constant holes are quoted
    /// too.</remarks>
    /// <param name="command">The text after the program's name, such as <c>$"count.js {i} | wc -l"</c>.</param>
    /// <param name="options">The options for the run.</param>
    /// <param name="cancellationToken">Kills the shell; awaiting then throws <see cref="OperationCanceledException"/> after it has exited.</param>
    /// <returns>The execution. Await it to get the result.</returns>
    /// <exception cref="ArgumentException">A hole or an option is invalid; nothing was started.</exception>
    [OverloadResolutionPriority(1)]
    public Execution Exec(ShellCommand command, ExecOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return CommandRunner.Exec(command.After(this), options, cancellationToken);
    }

    /// <summary>
    /// Runs the program through a shell and captures the output, without quoting anything (Node's <c>exec</c>).
    /// </summary>
    /// <remarks>
    /// The text is passed to the shell unchanged. In F# and Visual Basic, an interpolated string binds to this overload too;
    /// build a <see cref="ShellCommand"/> there, or use an overload that takes an array.
    /// </remarks>
    /// <param name="command">The text after the program's name, which must be a constant. For anything else, use an interpolated string.</param>
    /// <param name="options">The options for the run.</param>
    /// <param name="cancellationToken">Kills the shell; awaiting then throws <see cref="OperationCanceledException"/> after it has exited.</param>
    /// <returns>The execution. Await it to get the result.</returns>
    /// <exception cref="ArgumentException">An option is invalid; nothing was started.</exception>
    public Execution Exec(string command, ExecOptions? options = null, CancellationToken cancellationToken = default)
        => Exec(ShellCommand.FromText(command), options, cancellationToken);

    /// <summary>
    /// Runs the program through a shell, with the arguments quoted for it, and captures the output (Node's <c>exec</c>).
    /// </summary>
    /// <param name="args">The arguments, one per item.</param>
    /// <param name="options">The options for the run.</param>
    /// <param name="cancellationToken">Kills the shell; awaiting then throws <see cref="OperationCanceledException"/> after it has exited.</param>
    /// <returns>The execution. Await it to get the result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    public Execution Exec(IEnumerable<string> args, ExecOptions? options = null, CancellationToken cancellationToken = default)
        => CommandRunner.Exec(ShellCommand.FromInvocation(Invocation.From(this, args)), options, cancellationToken);

    /// <summary>
    /// Runs the program through a shell, with the arguments quoted for it, and captures the output (Node's <c>exec</c>).
    /// </summary>
    /// <param name="args">The arguments, one per item. A single string is passed to the shell as text instead.</param>
    /// <returns>The execution. Await it to get the result.</returns>
    /// <exception cref="ArgumentException">An argument is invalid; nothing was started.</exception>
    public Execution Exec(params ReadOnlySpan<string> args) => Exec(args.ToArray(), null, CancellationToken.None);

    /// <summary>
    /// Runs the program through a shell to completion on the calling thread, with the arguments quoted for the shell (Node's
    /// <c>execSync</c>).
    /// </summary>
    /// <param name="args">The arguments, one per item.</param>
    /// <param name="options">The options for the run.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">An argument or option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The shell couldn't be started, failed, timed out or wrote too much.</exception>
    public ExecResult ExecSync(IEnumerable<string> args, ExecOptions? options = null)
        => CommandRunner.ExecSync(ShellCommand.FromInvocation(Invocation.From(this, args)), options);

    /// <summary>
    /// Runs the program through a shell to completion on the calling thread, with the arguments quoted for the shell (Node's
    /// <c>execSync</c>).
    /// </summary>
    /// <param name="args">The arguments, one per item. A single string is passed to the shell as text instead.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">An argument is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The shell couldn't be started, failed, timed out or wrote too much.</exception>
    public ExecResult ExecSync(params ReadOnlySpan<string> args) => ExecSync(args.ToArray(), null);

    /// <summary>Runs the program through a shell to completion on the calling thread (Node's <c>execSync</c>).</summary>
    /// <param name="command">The text after the program's name. Every hole is quoted for the shell.</param>
    /// <param name="options">The options for the run.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">A hole or an option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The shell couldn't be started, failed, timed out or wrote too much.</exception>
    [OverloadResolutionPriority(1)]
    public ExecResult ExecSync(ShellCommand command, ExecOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        return CommandRunner.ExecSync(command.After(this), options);
    }

    /// <summary>Runs the program through a shell to completion on the calling thread (Node's <c>execSync</c>).</summary>
    /// <inheritdoc cref="Exec(string, ExecOptions?, CancellationToken)" path="/remarks"/>
    /// <param name="command">The text after the program's name, which must be a constant. For anything else, use an interpolated string.</param>
    /// <param name="options">The options for the run.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">An option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The shell couldn't be started, failed, timed out or wrote too much.</exception>
    public ExecResult ExecSync(string command, ExecOptions? options = null) => ExecSync(ShellCommand.FromText(command), options);
}
