using System.Runtime.CompilerServices;
using TypedExec.Requests;
using TypedExec.Running;

namespace TypedExec;

/// <summary>
/// Node's <c>shell</c> option. <c>default</c> and <c>false</c>: no shell; <c>true</c>: the platform's default shell
/// (<c>/bin/sh</c>; on Windows <c>%ComSpec%</c>); a string: the path of the shell to use.
/// </summary>
public readonly struct Shell : IEquatable<Shell>
{
    private Shell(bool enabled, string? path)
    {
        IsEnabled = enabled;
        Path = path;
    }

    /// <summary>Whether a shell runs the command.</summary>
    public bool IsEnabled { get; }

    /// <summary>The shell's path, or null for the platform's default shell.</summary>
    public string? Path { get; }

    /// <summary><c>true</c> is the default shell, <c>false</c> none.</summary>
    /// <param name="enabled">Whether the default shell runs the command.</param>
    public static implicit operator Shell(bool enabled) => FromBoolean(enabled);

    /// <summary>The shell with this path.</summary>
    /// <param name="path">The shell's path or name.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty or holds a NUL.</exception>
    public static implicit operator Shell(string path) => FromString(path);

    /// <summary><c>true</c> is the default shell, <c>false</c> none.</summary>
    /// <param name="enabled">Whether the default shell runs the command.</param>
    public static Shell FromBoolean(bool enabled) => new(enabled, null);

    /// <summary>The shell with this path.</summary>
    /// <param name="path">The shell's path or name.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty or holds a NUL.</exception>
    public static Shell FromString(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("The option Shell must not hold a NUL character.", nameof(path));
        }

        return new Shell(true, path);
    }

    /// <summary>
    /// A whole line of the shell's language as a command, for every verb and for pipelines: every hole of the interpolated string is
    /// quoted for the shell.
    /// </summary>
    /// <param name="command">The line, as <c>$"cd {dir} &amp;&amp; make | tail"</c>.</param>
    /// <param name="shell">The shell. Default: the platform's default shell.</param>
    /// <exception cref="ArgumentException">A hole is invalid.</exception>
    [OverloadResolutionPriority(1)]
    public static ICommand Command(ShellCommand command, Shell shell = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return new ShellLineCommand(command, shell.Path ?? RequestFactory.DefaultShell);
    }

    /// <summary>A whole line of the shell's language as a command. Nothing in it is quoted.</summary>
    /// <param name="command">The line: a constant. For anything else use an interpolated string.</param>
    /// <param name="shell">The shell. Default: the platform's default shell.</param>
    /// <exception cref="ArgumentException">The line holds a NUL.</exception>
    public static ICommand Command(string command, Shell shell = default) => Command(ShellCommand.FromText(command), shell);

    /// <summary>
    /// Runs a whole line in a shell and captures its output (Node's <c>exec</c>); every hole of the interpolated string is quoted for the
    /// shell.
    /// </summary>
    /// <param name="command">The line, as <c>$"cd {dir} &amp;&amp; make | tail"</c>.</param>
    /// <param name="options">How to run it; <see cref="ProcessOptions.Shell"/> picks the shell.</param>
    /// <param name="cancellationToken">Kills the shell; awaiting then throws <see cref="OperationCanceledException"/> once it is gone.</param>
    /// <returns>The execution, to be awaited for its result.</returns>
    /// <exception cref="ArgumentException">A hole or an option is invalid; nothing was started.</exception>
    [OverloadResolutionPriority(1)]
    public static Execution Exec(ShellCommand command, ExecOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return CommandRunner.Exec(command, options, cancellationToken);
    }

    /// <summary>Runs a whole line in a shell and captures its output (Node's <c>exec</c>). Nothing in it is quoted.</summary>
    /// <param name="command">The line: a constant. For anything else use an interpolated string.</param>
    /// <param name="options">How to run it; <see cref="ProcessOptions.Shell"/> picks the shell.</param>
    /// <param name="cancellationToken">Kills the shell; awaiting then throws <see cref="OperationCanceledException"/> once it is gone.</param>
    /// <returns>The execution, to be awaited for its result.</returns>
    /// <exception cref="ArgumentException">An option is invalid; nothing was started.</exception>
    public static Execution Exec(string command, ExecOptions? options = null, CancellationToken cancellationToken = default)
        => Exec(ShellCommand.FromText(command), options, cancellationToken);

    /// <summary>Runs a whole line in a shell to its end on this thread (Node's <c>execSync</c>); every hole is quoted for the shell.</summary>
    /// <param name="command">The line, as <c>$"cd {dir} &amp;&amp; make | tail"</c>.</param>
    /// <param name="options">How to run it; <see cref="ProcessOptions.Shell"/> picks the shell.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="ArgumentException">A hole or an option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The shell could not be started, failed, timed out or wrote too much.</exception>
    [OverloadResolutionPriority(1)]
    public static ExecResult ExecSync(ShellCommand command, ExecOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        return CommandRunner.ExecSync(command, options);
    }

    /// <summary>Runs a whole line in a shell to its end on this thread (Node's <c>execSync</c>). Nothing in it is quoted.</summary>
    /// <param name="command">The line: a constant. For anything else use an interpolated string.</param>
    /// <param name="options">How to run it; <see cref="ProcessOptions.Shell"/> picks the shell.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="ArgumentException">An option is invalid; nothing was started.</exception>
    /// <exception cref="ExecException">The shell could not be started, failed, timed out or wrote too much.</exception>
    public static ExecResult ExecSync(string command, ExecOptions? options = null) => ExecSync(ShellCommand.FromText(command), options);

    /// <inheritdoc/>
    public bool Equals(Shell other) => IsEnabled == other.IsEnabled && Path == other.Path;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shell other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsEnabled, Path);

    /// <summary>Whether two values name the same shell.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Shell left, Shell right) => left.Equals(right);

    /// <summary>Whether two values name different shells.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Shell left, Shell right) => !left.Equals(right);
}
