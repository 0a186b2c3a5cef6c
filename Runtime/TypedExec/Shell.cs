using System.Runtime.CompilerServices;
using TypedExec.Requests;
using TypedExec.Running;

namespace TypedExec;

/// <summary>Specifies whether and which shell runs a command (Node's <c>shell</c> option).</summary>
/// <remarks>
/// <c>default</c> and <c>false</c> mean no shell, <c>true</c> the platform's default shell (<c>/bin/sh</c>; on Windows
/// <c>%ComSpec%</c>), and a string is the path of the shell.
/// </remarks>
public readonly struct Shell : IEquatable<Shell>
{
    private Shell(bool enabled, string? path)
    {
        IsEnabled = enabled;
        Path = path;
    }

    /// <summary>Gets a value that indicates whether a shell runs the command.</summary>
    public bool IsEnabled { get; }

    /// <summary>Gets the shell's path, or null for the platform's default shell.</summary>
    public string? Path { get; }

    /// <summary>Converts true to the platform's default shell, and false to no shell.</summary>
    /// <param name="enabled">True to run the command in the default shell.</param>
    public static implicit operator Shell(bool enabled) => FromBoolean(enabled);

    /// <summary>Converts a path to the shell at that path.</summary>
    /// <param name="path">The shell's path or name.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty or contains a NUL.</exception>
    public static implicit operator Shell(string path) => FromString(path);

    /// <summary>Creates the platform's default shell for true, and no shell for false.</summary>
    /// <param name="enabled">True to run the command in the default shell.</param>
    public static Shell FromBoolean(bool enabled) => new(enabled, null);

    /// <summary>Creates a shell from its path.</summary>
    /// <param name="path">The shell's path or name.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty or contains a NUL.</exception>
    public static Shell FromString(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("The option Shell must not contain a NUL character.", nameof(path));
        }

        return new Shell(true, path);
    }

    /// <summary>
    /// Creates a command from a whole line in the shell's language, which supports every way of running a command and pipelines.
    /// Every hole of the interpolated string is quoted for the shell.
    /// </summary>
    /// <param name="command">The line, such as <c>$"cd {dir} &amp;&amp; make | tail"</c>.</param>
    /// <param name="shell">The shell. The default is the platform's default shell.</param>
    /// <exception cref="ArgumentException">A hole is invalid.</exception>
    [OverloadResolutionPriority(1)]
    public static ICommand Command(ShellCommand command, Shell shell = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return new ShellLineCommand(command, shell.Path ?? RequestFactory.DefaultShell);
    }

    /// <summary>Creates a command from a whole line in the shell's language, without quoting anything.</summary>
    /// <param name="command">The line, which must be a constant. For anything else, use an interpolated string.</param>
    /// <param name="shell">The shell. The default is the platform's default shell.</param>
    /// <exception cref="ArgumentException">The line contains a NUL.</exception>
    public static ICommand Command(string command, Shell shell = default) => Command(ShellCommand.FromText(command), shell);

    /// <summary>
    /// Runs a whole line in a shell and captures its output (Node's <c>exec</c>). Every hole of the interpolated string is quoted
    /// for the shell.
    /// </summary>
    /// <param name="command">The line, such as <c>$"cd {dir} &amp;&amp; make | tail"</c>.</param>
    /// <param name="options">The options for the run. <see cref="ProcessOptions.Shell"/> selects the shell.</param>
    /// <param name="cancellationToken">Kills the shell; awaiting then throws <see cref="OperationCanceledException"/> after it has exited.</param>
    /// <returns>The execution. Await it to get the result.</returns>
    /// <exception cref="ArgumentException">A hole or an option is invalid; nothing was started.</exception>
    [OverloadResolutionPriority(1)]
    public static Execution Exec(ShellCommand command, ExecOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return CommandRunner.Exec(command, options, cancellationToken);
    }

    /// <summary>Runs a whole line in a shell and captures its output, without quoting anything (Node's <c>exec</c>).</summary>
    /// <param name="command">The line, which must be a constant. For anything else, use an interpolated string.</param>
    /// <param name="options">The options for the run. <see cref="ProcessOptions.Shell"/> selects the shell.</param>
    /// <param name="cancellationToken">Kills the shell; awaiting then throws <see cref="OperationCanceledException"/> after it has exited.</param>
    /// <returns>The execution. Await it to get the result.</returns>
    /// <exception cref="ArgumentException">An option is invalid; nothing was started.</exception>
    public static Execution Exec(string command, ExecOptions? options = null, CancellationToken cancellationToken = default)
        => Exec(ShellCommand.FromText(command), options, cancellationToken);

    /// <summary>
    /// Runs a whole line in a shell to completion on the calling thread (Node's <c>execSync</c>). Every hole is quoted for the
    /// shell.
    /// </summary>
    /// <param name="command">The line, such as <c>$"cd {dir} &amp;&amp; make | tail"</c>.</param>
    /// <param name="options">The options for the run. <see cref="ProcessOptions.Shell"/> selects the shell.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">A hole or an option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The shell couldn't be started, failed, timed out or wrote too much.</exception>
    [OverloadResolutionPriority(1)]
    public static ExecResult ExecSync(ShellCommand command, ExecOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        return CommandRunner.ExecSync(command, options);
    }

    /// <summary>
    /// Runs a whole line in a shell to completion on the calling thread, without quoting anything (Node's <c>execSync</c>).
    /// </summary>
    /// <param name="command">The line, which must be a constant. For anything else, use an interpolated string.</param>
    /// <param name="options">The options for the run. <see cref="ProcessOptions.Shell"/> selects the shell.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">An option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The shell couldn't be started, failed, timed out or wrote too much.</exception>
    public static ExecResult ExecSync(string command, ExecOptions? options = null) => ExecSync(ShellCommand.FromText(command), options);

    /// <inheritdoc/>
    public bool Equals(Shell other) => IsEnabled == other.IsEnabled && Path == other.Path;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shell other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsEnabled, Path);

    /// <summary>Returns whether two values are the same shell.</summary>
    /// <param name="left">The first shell.</param>
    /// <param name="right">The second shell.</param>
    public static bool operator ==(Shell left, Shell right) => left.Equals(right);

    /// <summary>Returns whether two values are different shells.</summary>
    /// <param name="left">The first shell.</param>
    /// <param name="right">The second shell.</param>
    public static bool operator !=(Shell left, Shell right) => !left.Equals(right);
}
