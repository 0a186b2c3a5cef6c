namespace TypedExec.CommandLines.Model;

/// <summary>What an [Option] says beyond its spelling, which few options have.</summary>
/// <param name="IsCount">The number is how often the option is given, and not its value.</param>
/// <param name="MinValues">How many values go behind one option at least.</param>
/// <param name="MaxValues">How many at most.</param>
/// <param name="ExclusiveOn">The options that cannot be given with it.</param>
/// <param name="DependsOn">The options that it cannot be given without.</param>
internal sealed record OptionRules(
    bool IsCount, int MinValues, int MaxValues, EquatableArray<string> ExclusiveOn, EquatableArray<string> DependsOn)
{
    public static readonly OptionRules None = new(false, 1, 1, default, default);

    public bool TakesSeveralValues => MaxValues > 1;

    public bool HasRelations => ExclusiveOn.Count + DependsOn.Count > 0;
}
