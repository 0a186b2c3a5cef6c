namespace TypedExec.CommandLines.Model;

/// <summary>What an [Option] or [Argument] says beyond the usual, which few do.</summary>
internal sealed record MemberDetails
{
    public const int Unlimited = int.MaxValue;

    public static readonly MemberDetails None = new();

    /// <summary>The number is how often the option is given, and not its value.</summary>
    public bool IsCount { get; init; }

    /// <summary>How many values go behind one option at least.</summary>
    public int MinValues { get; init; } = 1;

    /// <summary>How many at most.</summary>
    public int MaxValues { get; init; } = 1;

    /// <summary>How often the program takes the option at most.</summary>
    public int MaxTimes { get; init; } = Unlimited;

    /// <summary>The options that cannot be given with it.</summary>
    public EquatableArray<string> ExclusiveOn { get; init; }

    /// <summary>The options that it cannot be given without.</summary>
    public EquatableArray<string> DependsOn { get; init; }

    /// <summary>What goes before a joiner inside an item.</summary>
    public string? JoinEscape { get; init; }

    /// <summary>What stands between key and value.</summary>
    public string PairSeparator { get; init; } = "=";

    /// <summary>The format of a value.</summary>
    public string? Format { get; init; }

    /// <summary>The type whose <c>ToText</c> gives a value's text.</summary>
    public string? Converter { get; init; }

    /// <summary>The value that stands for true.</summary>
    public string? TrueValue { get; init; }

    /// <summary>The value that stands for false.</summary>
    public string? FalseValue { get; init; }

    /// <summary>Where the option goes.</summary>
    public OptionPlace Place { get; init; }

    /// <summary>The [Obsolete] of the property, as code writes it.</summary>
    public string? Obsolete { get; init; }

    /// <summary>Whether completion does not offer it.</summary>
    public bool IsHidden { get; init; }

    public bool TakesSeveralValues => MaxValues > 1;

    public bool HasRelations => ExclusiveOn.Count + DependsOn.Count > 0;

    public bool HasTruthValues => TrueValue is not null || FalseValue is not null;
}
