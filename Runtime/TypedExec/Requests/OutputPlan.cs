namespace TypedExec.Requests;

/// <summary>What happens to one output of a captured run.</summary>
/// <param name="Stdio">The child's descriptor.</param>
/// <param name="IsCaptured">True if the bytes are kept for the result.</param>
/// <param name="Targets">The targets of what comes out of the pipe, in order.</param>
internal sealed record OutputPlan(Stdio Stdio, bool IsCaptured, IReadOnlyList<Output> Targets)
{
    private static readonly OutputPlan CaptureAlone = new(Stdio.Pipe, true, []);
    private static readonly OutputPlan InheritAlone = Direct(Stdio.Inherit);
    private static readonly OutputPlan Nowhere = Direct(Stdio.Ignore);

    /// <param name="said">The option, or null.</param>
    /// <param name="default">The default target.</param>
    /// <param name="option">The option's name.</param>
    /// <param name="isShared">True if several children write there, each of which would truncate a file.</param>
    /// <param name="isRead">True if this process reads the output in any case, as with a terminal.</param>
    /// <exception cref="ArgumentException">The option contradicts itself.</exception>
    public static OutputPlan From(IReadOnlyList<Output>? said, Output @default, string option, bool isShared = false, bool isRead = false)
    {
        switch ((said is null ? @default : said is [var only] ? only : null)?.Kind)
        {
            case OutputKind.Capture:
                return CaptureAlone;
            case OutputKind.Inherit when !isRead:
                return InheritAlone;
        }

        if (said is not null && said.Any(static output => output is null))
        {
            throw new ArgumentException($"The option {option} contains an entry that is null.", option);
        }

        var outputs = (said ?? [@default]).Where(static output => output.Kind != OutputKind.Ignore).Distinct().ToArray();
        if (outputs.Any(static output => output.Kind == OutputKind.Stdout) && (option != nameof(CaptureOptions.Stderr) || outputs.Length > 1))
        {
            throw new ArgumentException(
                $"The option {option} contains Output.Stdout, which is only valid in {nameof(CaptureOptions.Stderr)}, as its only entry.", option);
        }

        return outputs switch
        {
            [] when isRead => new OutputPlan(Stdio.Pipe, false, [Output.Nowhere]),
            [] => Nowhere,
            [{ Kind: OutputKind.Inherit }] when !isRead => InheritAlone,
            [{ Kind: OutputKind.Stdout }] => Direct(Stdio.SameAs(1)),
            [{ Kind: OutputKind.File } file] when !isShared && !isRead
                => Direct(Stdio.File(file.Path!, file.IsAppending ? FileMode.Append : FileMode.Create, FileAccess.Write)),
            _ => new OutputPlan(
                Stdio.Pipe,
                outputs.Any(static output => output.Kind == OutputKind.Capture),
                [.. outputs.Where(static output => output.Kind != OutputKind.Capture)]),
        };
    }

    private static OutputPlan Direct(Stdio stdio) => new(stdio, false, []);
}
