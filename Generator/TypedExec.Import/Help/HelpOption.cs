namespace TypedExec.Import.Help;

/// <summary>An option that was read from a help text.</summary>
internal sealed record HelpOption
{
    /// <summary>All spellings with their dashes, in the order of the text.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public string Description { get; init; } = "";

    public IReadOnlyList<HelpValue> Values { get; init; } = [];

    /// <summary>The separator between name and value if it can't be a space: <c>=</c> or an empty string; null for a space.</summary>
    public string? Separator { get; init; }

    public bool IsRepeatable { get; init; }

    /// <summary>Whether the text says that it can be given only once: if it's repeated, one occurrence counts.</summary>
    public bool IsSingle { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Whether it may also follow a subcommand.</summary>
    public bool IsPersistent { get; init; }

    /// <summary>The options that can't be combined with this one.</summary>
    public IReadOnlyList<string> ExclusiveOn { get; init; } = [];

    /// <summary>The sources that list it, such as <c>help</c> and <c>man</c>.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The number of the line that it was read from.</summary>
    public int Line { get; init; }

    public bool IsNamed(string name) => Names.Contains(name, StringComparer.Ordinal);
}
