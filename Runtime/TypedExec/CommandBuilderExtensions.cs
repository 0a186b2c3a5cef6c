namespace TypedExec;

/// <summary>
/// Provides the builder's methods that are extensions rather than members, so that options of the program, such as docker's
/// <c>--run</c>, can use their names.
/// </summary>
public static class CommandBuilderExtensions
{
    /// <inheritdoc cref="CommandExtensions.RunAsync(ICommand, ExecFileOptions?, CancellationToken)"/>
    /// <param name="builder">The builder, which can still be used afterwards.</param>
    /// <param name="options">The options for the run.</param>
    /// <param name="cancellationToken">Kills the child; awaiting then throws <see cref="OperationCanceledException"/> after it has exited.</param>
    /// <exception cref="InvalidOperationException">A required option isn't set.</exception>
    public static Execution RunAsync<TCommand>(
        this CommandBuilder<TCommand> builder, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        where TCommand : class, ICommand
        => CommandExtensions.RunAsync(Build(builder), options, cancellationToken);

    /// <inheritdoc cref="CommandExtensions.Run(ICommand, ExecFileOptions?)"/>
    /// <param name="builder">The builder, which can still be used afterwards.</param>
    /// <param name="options">The options for the run.</param>
    /// <exception cref="InvalidOperationException">A required option isn't set.</exception>
    public static ExecResult Run<TCommand>(this CommandBuilder<TCommand> builder, ExecFileOptions? options = null)
        where TCommand : class, ICommand
        => CommandExtensions.Run(Build(builder), options);

    /// <inheritdoc cref="CommandExtensions.ReadLinesAsync(ICommand, ExecFileOptions?, CancellationToken)"/>
    /// <param name="builder">The builder, which can still be used afterwards.</param>
    /// <param name="options">The options for the run. <c>Stdout</c> adds further targets for the output.</param>
    /// <param name="cancellationToken">Kills the child; the loop then throws <see cref="OperationCanceledException"/> after it has exited.</param>
    /// <exception cref="InvalidOperationException">A required option isn't set.</exception>
    public static IAsyncEnumerable<string> ReadLinesAsync<TCommand>(
        this CommandBuilder<TCommand> builder, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        where TCommand : class, ICommand
        => CommandExtensions.ReadLinesAsync(Build(builder), options, cancellationToken);

    /// <inheritdoc cref="CommandExtensions.ReadAllLinesAsync(ICommand, ExecFileOptions?, CancellationToken)"/>
    /// <param name="builder">The builder, which can still be used afterwards.</param>
    /// <param name="options">The options for the run. <c>Stdout</c> and <c>Stderr</c> add further targets for the output.</param>
    /// <param name="cancellationToken">Kills the child; the loop then throws <see cref="OperationCanceledException"/> after it has exited.</param>
    /// <exception cref="InvalidOperationException">A required option isn't set.</exception>
    public static IAsyncEnumerable<OutputLine> ReadAllLinesAsync<TCommand>(
        this CommandBuilder<TCommand> builder, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        where TCommand : class, ICommand
        => CommandExtensions.ReadAllLinesAsync(Build(builder), options, cancellationToken);

    private static TCommand Build<TCommand>(CommandBuilder<TCommand> builder)
        where TCommand : class, ICommand
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Build();
    }
}
