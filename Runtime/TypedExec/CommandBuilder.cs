namespace TypedExec;

/// <summary>
/// Provides the base class of the generated option builders, with the methods that build the command and run it.
/// </summary>
/// <typeparam name="TCommand">The command class.</typeparam>
public abstract class CommandBuilder<TCommand>
    where TCommand : class, ICommand
{
    /// <summary>
    /// Builds the command from the options set so far. The builder can still be used afterwards, without affecting the command.
    /// </summary>
    /// <exception cref="InvalidOperationException">A required option isn't set. The message lists all of them.</exception>
    public abstract TCommand Build();

    /// <inheritdoc cref="CommandExtensions.Spawn(ICommand, SpawnOptions?, CancellationToken)"/>
    /// <exception cref="InvalidOperationException">A required option isn't set.</exception>
    public ChildProcess Spawn(SpawnOptions? options = null, CancellationToken cancellationToken = default)
        => CommandExtensions.Spawn(Build(), options, cancellationToken);

    /// <inheritdoc cref="CommandExtensions.SpawnSync(ICommand, SpawnSyncOptions?)"/>
    /// <exception cref="InvalidOperationException">A required option isn't set.</exception>
    public SpawnSyncResult SpawnSync(SpawnSyncOptions? options = null) => CommandExtensions.SpawnSync(Build(), options);

    /// <inheritdoc cref="CommandExtensions.ExecFile(ICommand, ExecFileOptions?, CancellationToken)"/>
    /// <exception cref="InvalidOperationException">A required option isn't set.</exception>
    public Execution ExecFile(ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => CommandExtensions.ExecFile(Build(), options, cancellationToken);

    /// <inheritdoc cref="CommandExtensions.ExecFileSync(ICommand, ExecFileOptions?)"/>
    /// <exception cref="InvalidOperationException">A required option isn't set.</exception>
    public ExecResult ExecFileSync(ExecFileOptions? options = null) => CommandExtensions.ExecFileSync(Build(), options);

    /// <inheritdoc cref="CommandExtensions.Exec(ICommand, ExecOptions?, CancellationToken)"/>
    /// <exception cref="InvalidOperationException">A required option isn't set.</exception>
    public Execution Exec(ExecOptions? options = null, CancellationToken cancellationToken = default)
        => CommandExtensions.Exec(Build(), options, cancellationToken);

    /// <inheritdoc cref="CommandExtensions.ExecSync(ICommand, ExecOptions?)"/>
    /// <exception cref="InvalidOperationException">A required option isn't set.</exception>
    public ExecResult ExecSync(ExecOptions? options = null) => CommandExtensions.ExecSync(Build(), options);
}
