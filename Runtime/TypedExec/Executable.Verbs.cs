using System.Runtime.CompilerServices;

namespace TypedExec;

// The methods of every command, with the executable's own arguments. They exist as extension methods too. They are declared and
// preferred here so that `executable.ExecFile(new() { Input = "x" })` doesn't bind to the overload that takes a span.
public sealed partial class Executable
{
    /// <inheritdoc cref="CommandExtensions.Spawn(ICommand, SpawnOptions?, CancellationToken)"/>
    [OverloadResolutionPriority(2)]
    public ChildProcess Spawn(SpawnOptions? options = null, CancellationToken cancellationToken = default)
        => CommandExtensions.Spawn(this, options, cancellationToken);

    /// <inheritdoc cref="CommandExtensions.SpawnSync(ICommand, SpawnSyncOptions?)"/>
    [OverloadResolutionPriority(2)]
    public SpawnSyncResult SpawnSync(SpawnSyncOptions? options = null) => CommandExtensions.SpawnSync(this, options);

    /// <inheritdoc cref="CommandExtensions.ExecFile(ICommand, ExecFileOptions?, CancellationToken)"/>
    [OverloadResolutionPriority(2)]
    public Execution ExecFile(ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => CommandExtensions.ExecFile(this, options, cancellationToken);

    /// <inheritdoc cref="CommandExtensions.ExecFileSync(ICommand, ExecFileOptions?)"/>
    [OverloadResolutionPriority(2)]
    public ExecResult ExecFileSync(ExecFileOptions? options = null) => CommandExtensions.ExecFileSync(this, options);

    /// <inheritdoc cref="CommandExtensions.Exec(ICommand, ExecOptions?, CancellationToken)"/>
    [OverloadResolutionPriority(2)]
    public Execution Exec(ExecOptions? options = null, CancellationToken cancellationToken = default)
        => CommandExtensions.Exec(this, options, cancellationToken);

    /// <inheritdoc cref="CommandExtensions.ExecSync(ICommand, ExecOptions?)"/>
    [OverloadResolutionPriority(2)]
    public ExecResult ExecSync(ExecOptions? options = null) => CommandExtensions.ExecSync(this, options);

    /// <inheritdoc cref="CommandExtensions.RunAsync(ICommand, ExecFileOptions?, CancellationToken)"/>
    [OverloadResolutionPriority(2)]
    public Execution RunAsync(ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => CommandExtensions.RunAsync(this, options, cancellationToken);
}
