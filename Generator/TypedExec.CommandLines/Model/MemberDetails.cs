namespace TypedExec.CommandLines.Model;

/// <summary>The settings of an [Option] or [Argument] that few of them use.</summary>
internal sealed record MemberDetails
{
    public const int Unlimited = int.MaxValue;

    public static readonly MemberDetails None = new();

    /// <summary>Gets whether the number is how often the option is repeated rather than its value.</summary>
    public bool IsCount { get; init; }

    /// <summary>Gets the minimum number of values after one option.</summary>
    public int MinValues { get; init; } = 1;

    /// <summary>Gets the maximum number of values after one option.</summary>
    public int MaxValues { get; init; } = 1;

    /// <summary>Gets how often the program accepts the option at most.</summary>
    public int MaxTimes { get; init; } = Unlimited;

    /// <summary>Gets the options that can't be combined with it.</summary>
    public EquatableArray<string> ExclusiveOn { get; init; }

    /// <summary>Gets the options that it requires.</summary>
    public EquatableArray<string> DependsOn { get; init; }

    /// <summary>Gets the text that escapes the joiner inside an item.</summary>
    public string? JoinEscape { get; init; }

    /// <summary>Gets the separator between key and value.</summary>
    public string PairSeparator { get; init; } = "=";

    /// <summary>Gets the format of a value.</summary>
    public string? Format { get; init; }

    /// <summary>Gets the type whose <c>ToText</c> returns a value's text.</summary>
    public string? Converter { get; init; }

    /// <summary>Gets the text of true.</summary>
    public string? TrueValue { get; init; }

    /// <summary>Gets the text of false.</summary>
    public string? FalseValue { get; init; }

    /// <summary>Gets where the option is placed.</summary>
    public OptionPlace Place { get; init; }

    /// <summary>Gets the [Obsolete] of the property, as written in code.</summary>
    public string? Obsolete { get; init; }

    /// <summary>Gets whether completion hides it.</summary>
    public bool IsHidden { get; init; }

    public bool TakesSeveralValues => MaxValues > 1;

    public bool HasRelations => ExclusiveOn.Count + DependsOn.Count > 0;

    public bool HasTruthValues => TrueValue is not null || FalseValue is not null;
}
