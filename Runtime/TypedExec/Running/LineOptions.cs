using TypedExec.Requests;

namespace TypedExec.Running;

/// <summary>The options of a run whose lines are handed out: those of the call, plus the lines.</summary>
internal static class LineOptions
{
    /// <summary>
    /// Returns the options for stdout's lines. The run may last forever, so only the end of stderr is kept unless the call sets
    /// its targets.
    /// </summary>
    public static ExecFileOptions Lines(ExecFileOptions? options, Func<string, ValueTask> take)
    {
        options ??= new();
        return options with { Stdout = With(options.Stdout, take), Stderr = options.Stderr ?? (options.Terminal is null ? [Output.Nowhere] : null) };
    }

    /// <summary>Returns the options for the lines of both outputs.</summary>
    public static ExecFileOptions AllLines(ExecFileOptions? options, Func<OutputLine, ValueTask> take)
    {
        options ??= new();
        return options with
        {
            Stdout = With(options.Stdout, line => take(new OutputLine(line, IsError: false))),
            // Together, the two have one order: that of stdout.
            Stderr = options.Terminal is not null || options.Stderr is [{ Kind: OutputKind.Stdout }] ? options.Stderr : With(options.Stderr, line => take(new OutputLine(line, IsError: true))),
        };
    }

    // Lines are not kept.
    private static IReadOnlyList<Output> With(IReadOnlyList<Output>? said, Func<string, ValueTask> take)
        => [.. (said ?? []).Where(static output => output is not null && output.Kind != OutputKind.Capture), Output.ToLines(take)];
}
