using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>Marks <c>--name</c> and <c>--no-name</c> of one page as mutually exclusive.</summary>
internal static class Opposites
{
    public static IReadOnlyList<HelpOption> Mark(IReadOnlyList<HelpOption> options)
        => [.. options.Select(option => Find(option, options) is { } opposite
            ? option with { ExclusiveOn = [.. option.ExclusiveOn.Union(opposite.Names)] }
            : option)];

    private static HelpOption? Find(HelpOption option, IReadOnlyList<HelpOption> options)
        => options.FirstOrDefault(other => Negates(other, option) || Negates(option, other));

    /// <summary>Whether one is the other's negation. If it has its own value, as in <c>--no-merged=commit</c>, it isn't.</summary>
    private static bool Negates(HelpOption negation, HelpOption option)
        => negation.Values.Count == 0
            && option.Names.Any(name => name.StartsWith("--", StringComparison.Ordinal) && negation.IsNamed("--no-" + name[2..]));
}
