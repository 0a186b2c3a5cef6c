namespace TypedExec.Import.Help;

/// <summary>An option that was read from a help text.</summary>
internal sealed record HelpOption
{
    /// <summary>All spellings with their dashes, in the text's order.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public string Description { get; init; } = "";

    public IReadOnlyList<HelpValue> Values { get; init; } = [];

    /// <summary>What stands between name and value where a space does not do: <c>=</c>, or nothing; null for a space.</summary>
    public string? Separator { get; init; }

    public bool IsRepeatable { get; init; }

    /// <summary>Whether the text says that it is given once at most: of several, one counts.</summary>
    public bool IsSingle { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Whether it may be given behind a subcommand too.</summary>
    public bool IsPersistent { get; init; }

    /// <summary>The options that may not be given with this one.</summary>
    public IReadOnlyList<string> ExclusiveOn { get; init; } = [];

    /// <summary>Where it was found, such as <c>help</c> and <c>man</c>.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The number of the line that it was read from.</summary>
    public int Line { get; init; }

    public bool IsNamed(string name) => Names.Contains(name, StringComparer.Ordinal);
}
