using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace TypedExec.Generated;

/// <summary>Provides the base class of the subcommand classes that are generated from a specification.</summary>
/// <remarks>
/// Such a class inherits the members that every command class has, because a program can have hundreds of subcommands, and
/// these members are the same in all of them.
/// </remarks>
/// <typeparam name="TSelf">The generated class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "They are called on the class that derives from it: Git.Commit.Spawn().")]
public abstract class SpecifiedCommand<TSelf> : ICommand
    where TSelf : SpecifiedCommand<TSelf>, ISpecifiedCommand
{
    string ICommand.FileName => TSelf.Executable.FileName;

    ProcessOptions? ICommand.Defaults => TSelf.Executable.Defaults;

    /// <inheritdoc cref="Executable.Spawn(IEnumerable{string}, SpawnOptions?, CancellationToken)"/>
    public static ChildProcess Spawn(IEnumerable<string> args, SpawnOptions? options = null, CancellationToken cancellationToken = default)
        => TSelf.Executable.Spawn(args, options, cancellationToken);

    /// <inheritdoc cref="Executable.Spawn(ReadOnlySpan{string})"/>
    public static ChildProcess Spawn(params ReadOnlySpan<string> args) => TSelf.Executable.Spawn(args);

    /// <inheritdoc cref="Executable.SpawnSync(IEnumerable{string}, SpawnSyncOptions?)"/>
    public static SpawnSyncResult SpawnSync(IEnumerable<string> args, SpawnSyncOptions? options = null)
        => TSelf.Executable.SpawnSync(args, options);

    /// <inheritdoc cref="Executable.SpawnSync(ReadOnlySpan{string})"/>
    public static SpawnSyncResult SpawnSync(params ReadOnlySpan<string> args) => TSelf.Executable.SpawnSync(args);

    /// <inheritdoc cref="Executable.ExecFile(IEnumerable{string}, ExecFileOptions?, CancellationToken)"/>
    public static Execution ExecFile(IEnumerable<string> args, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => TSelf.Executable.ExecFile(args, options, cancellationToken);

    /// <inheritdoc cref="Executable.ExecFile(ReadOnlySpan{string})"/>
    public static Execution ExecFile(params ReadOnlySpan<string> args) => TSelf.Executable.ExecFile(args);

    /// <inheritdoc cref="Executable.ExecFileSync(IEnumerable{string}, ExecFileOptions?)"/>
    public static ExecResult ExecFileSync(IEnumerable<string> args, ExecFileOptions? options = null)
        => TSelf.Executable.ExecFileSync(args, options);

    /// <inheritdoc cref="Executable.ExecFileSync(ReadOnlySpan{string})"/>
    public static ExecResult ExecFileSync(params ReadOnlySpan<string> args) => TSelf.Executable.ExecFileSync(args);

    /// <inheritdoc cref="Executable.RunAsync(IEnumerable{string}, ExecFileOptions?, CancellationToken)"/>
    public static Execution RunAsync(IEnumerable<string> args, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => TSelf.Executable.RunAsync(args, options, cancellationToken);

    /// <inheritdoc cref="Executable.RunAsync(ReadOnlySpan{string})"/>
    public static Execution RunAsync(params ReadOnlySpan<string> args) => TSelf.Executable.RunAsync(args);

    /// <inheritdoc cref="Executable.Exec(IEnumerable{string}, ExecOptions?, CancellationToken)"/>
    public static Execution Exec(IEnumerable<string> args, ExecOptions? options = null, CancellationToken cancellationToken = default)
        => TSelf.Executable.Exec(args, options, cancellationToken);

    /// <inheritdoc cref="Executable.Exec(ReadOnlySpan{string})"/>
    public static Execution Exec(params ReadOnlySpan<string> args) => TSelf.Executable.Exec(args);

    /// <inheritdoc cref="Executable.ExecSync(IEnumerable{string}, ExecOptions?)"/>
    public static ExecResult ExecSync(IEnumerable<string> args, ExecOptions? options = null) => TSelf.Executable.ExecSync(args, options);

    /// <inheritdoc cref="Executable.ExecSync(ReadOnlySpan{string})"/>
    public static ExecResult ExecSync(params ReadOnlySpan<string> args) => TSelf.Executable.ExecSync(args);

    /// <inheritdoc cref="Executable.Exec(ShellCommand, ExecOptions?, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public static Execution Exec(ShellCommand command, ExecOptions? options = null, CancellationToken cancellationToken = default)
        => TSelf.Executable.Exec(command, options, cancellationToken);

    /// <inheritdoc cref="Executable.Exec(string, ExecOptions?, CancellationToken)"/>
    public static Execution Exec(string command, ExecOptions? options = null, CancellationToken cancellationToken = default)
        => TSelf.Executable.Exec(command, options, cancellationToken);

    /// <inheritdoc cref="Executable.ExecSync(ShellCommand, ExecOptions?)"/>
    [OverloadResolutionPriority(1)]
    public static ExecResult ExecSync(ShellCommand command, ExecOptions? options = null) => TSelf.Executable.ExecSync(command, options);

    /// <inheritdoc cref="Executable.ExecSync(string, ExecOptions?)"/>
    public static ExecResult ExecSync(string command, ExecOptions? options = null) => TSelf.Executable.ExecSync(command, options);

    /// <inheritdoc cref="CommandExtensions.Spawn(ICommand, SpawnOptions?, CancellationToken)"/>
    public ChildProcess Spawn(SpawnOptions? options = null, CancellationToken cancellationToken = default)
        => CommandExtensions.Spawn(this, options, cancellationToken);

    /// <inheritdoc cref="CommandExtensions.SpawnSync(ICommand, SpawnSyncOptions?)"/>
    public SpawnSyncResult SpawnSync(SpawnSyncOptions? options = null) => CommandExtensions.SpawnSync(this, options);

    /// <inheritdoc cref="CommandExtensions.ExecFile(ICommand, ExecFileOptions?, CancellationToken)"/>
    public Execution ExecFile(ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => CommandExtensions.ExecFile(this, options, cancellationToken);

    /// <inheritdoc cref="CommandExtensions.ExecFileSync(ICommand, ExecFileOptions?)"/>
    public ExecResult ExecFileSync(ExecFileOptions? options = null) => CommandExtensions.ExecFileSync(this, options);

    /// <inheritdoc cref="CommandExtensions.Exec(ICommand, ExecOptions?, CancellationToken)"/>
    public Execution Exec(ExecOptions? options = null, CancellationToken cancellationToken = default) => CommandExtensions.Exec(this, options, cancellationToken);

    /// <inheritdoc cref="CommandExtensions.ExecSync(ICommand, ExecOptions?)"/>
    public ExecResult ExecSync(ExecOptions? options = null) => CommandExtensions.ExecSync(this, options);

    /// <summary>Returns the arguments after the program's name, one per item, in order.</summary>
    /// <exception cref="ArgumentException">A value contains a NUL, a positional value starts with <c>-</c> where that isn't
    /// allowed, or mutually exclusive options are set.
    /// </exception>
    public IReadOnlyList<string> ToArguments()
    {
        var arguments = new CommandArguments();
        AddOptionsTo(arguments);
        AddArgumentsTo(arguments);
        return arguments;
    }

    /// <summary>Returns the command line, quoted for a POSIX shell and with secrets masked.</summary>
    public override string ToString() => CommandExtensions.ToCommandLine(this);

    /// <summary>Adds the subcommand's words and options, after those of the outer command.</summary>
    /// <param name="arguments">The command line so far.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void AddOptionsTo(CommandArguments arguments);

    /// <summary>Adds the positional arguments.</summary>
    /// <param name="arguments">The command line so far.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void AddArgumentsTo(CommandArguments arguments)
    {
    }
}
