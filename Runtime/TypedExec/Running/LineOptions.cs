using TypedExec.Requests;

namespace TypedExec.Running;

/// <summary>The options of a run whose lines are handed out: what was said, and the lines besides.</summary>
internal static class LineOptions
{
    /// <summary>stdout's lines. The run may last for ever: of stderr only the end is kept, unless the call says otherwise.</summary>
    public static ExecFileOptions Lines(ExecFileOptions? options, Func<string, ValueTask> take)
    {
        options ??= new();
        return options with { Stdout = With(options.Stdout, take), Stderr = options.Stderr ?? (options.Terminal is null ? [Output.Nowhere] : null) };
    }

    /// <summary>The lines of both.</summary>
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
