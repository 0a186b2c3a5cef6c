namespace TypedExec;

/// <summary>
/// What the generated option builders have in common: the terminal methods, each of which builds the command and runs it.
/// </summary>
/// <typeparam name="TCommand">The command class.</typeparam>
public abstract class CommandBuilder<TCommand>
    where TCommand : class, ICommand
{
    /// <summary>The command with the options set so far. The builder may go on being used; the command keeps its own.</summary>
    /// <exception cref="InvalidOperationException">A required option is missing; the message names all that are.</exception>
    public abstract TCommand Build();

    /// <inheritdoc cref="CommandExtensions.Spawn(ICommand, SpawnOptions?, CancellationToken)"/>
    /// <exception cref="InvalidOperationException">A required option is missing.</exception>
    public ChildProcess Spawn(SpawnOptions? options = null, CancellationToken cancellationToken = default)
        => CommandExtensions.Spawn(Build(), options, cancellationToken);

    /// <inheritdoc cref="CommandExtensions.SpawnSync(ICommand, SpawnSyncOptions?)"/>
    /// <exception cref="InvalidOperationException">A required option is missing.</exception>
    public SpawnSyncResult SpawnSync(SpawnSyncOptions? options = null) => CommandExtensions.SpawnSync(Build(), options);

    /// <inheritdoc cref="CommandExtensions.ExecFile(ICommand, ExecFileOptions?, CancellationToken)"/>
    /// <exception cref="InvalidOperationException">A required option is missing.</exception>
    public Execution ExecFile(ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        => CommandExtensions.ExecFile(Build(), options, cancellationToken);

    /// <inheritdoc cref="CommandExtensions.ExecFileSync(ICommand, ExecFileOptions?)"/>
    /// <exception cref="InvalidOperationException">A required option is missing.</exception>
    public ExecResult ExecFileSync(ExecFileOptions? options = null) => CommandExtensions.ExecFileSync(Build(), options);

    /// <inheritdoc cref="CommandExtensions.Exec(ICommand, ExecOptions?, CancellationToken)"/>
    /// <exception cref="InvalidOperationException">A required option is missing.</exception>
    public Execution Exec(ExecOptions? options = null, CancellationToken cancellationToken = default)
        => CommandExtensions.Exec(Build(), options, cancellationToken);

    /// <inheritdoc cref="CommandExtensions.ExecSync(ICommand, ExecOptions?)"/>
    /// <exception cref="InvalidOperationException">A required option is missing.</exception>
    public ExecResult ExecSync(ExecOptions? options = null) => CommandExtensions.ExecSync(Build(), options);
}
