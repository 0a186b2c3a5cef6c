namespace TypedExec;

/// <summary>
/// The verbs of a builder that are no members of it, so that a program's own option, such as docker's <c>--run</c>, can have their names.
/// </summary>
public static class CommandBuilderExtensions
{
    /// <inheritdoc cref="CommandExtensions.RunAsync(ICommand, ExecFileOptions?, CancellationToken)"/>
    /// <param name="builder">The builder, which goes on being usable.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Kills the child; awaiting then throws <see cref="OperationCanceledException"/> once it is gone.</param>
    /// <exception cref="InvalidOperationException">A required option is missing.</exception>
    public static Execution RunAsync<TCommand>(
        this CommandBuilder<TCommand> builder, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        where TCommand : class, ICommand
        => CommandExtensions.RunAsync(Build(builder), options, cancellationToken);

    /// <inheritdoc cref="CommandExtensions.Run(ICommand, ExecFileOptions?)"/>
    /// <param name="builder">The builder, which goes on being usable.</param>
    /// <param name="options">How to run it.</param>
    /// <exception cref="InvalidOperationException">A required option is missing.</exception>
    public static ExecResult Run<TCommand>(this CommandBuilder<TCommand> builder, ExecFileOptions? options = null)
        where TCommand : class, ICommand
        => CommandExtensions.Run(Build(builder), options);

    /// <inheritdoc cref="CommandExtensions.ReadLinesAsync(ICommand, ExecFileOptions?, CancellationToken)"/>
    /// <param name="builder">The builder, which goes on being usable.</param>
    /// <param name="options">How to run it. <c>Stdout</c> adds places that the output goes to besides.</param>
    /// <param name="cancellationToken">Kills the child; the loop then throws <see cref="OperationCanceledException"/> once it is gone.</param>
    /// <exception cref="InvalidOperationException">A required option is missing.</exception>
    public static IAsyncEnumerable<string> ReadLinesAsync<TCommand>(
        this CommandBuilder<TCommand> builder, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
        where TCommand : class, ICommand
        => CommandExtensions.ReadLinesAsync(Build(builder), options, cancellationToken);

    /// <inheritdoc cref="CommandExtensions.ReadAllLinesAsync(ICommand, ExecFileOptions?, CancellationToken)"/>
    /// <param name="builder">The builder, which goes on being usable.</param>
    /// <param name="options">How to run it. <c>Stdout</c> and <c>Stderr</c> add places that the output goes to besides.</param>
    /// <param name="cancellationToken">Kills the child; the loop then throws <see cref="OperationCanceledException"/> once it is gone.</param>
    /// <exception cref="InvalidOperationException">A required option is missing.</exception>
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
