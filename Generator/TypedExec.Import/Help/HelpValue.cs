namespace TypedExec.Import.Help;

/// <summary>The value of an option or a command, as the help text names it.</summary>
internal sealed record HelpValue
{
    /// <summary>The value's name in the text, without brackets, or null if the text only shows a placeholder.</summary>
    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>Whether it was written as a word without brackets, and so may be a literal value, as in <c>--check=quiet</c>.</summary>
    public bool IsBare { get; init; }

    public bool IsOptional { get; init; }

    /// <summary>Whether several values may follow one another.</summary>
    public bool IsVariadic { get; init; }

    /// <summary>Whether it's a command of another program, followed by that program's own options.</summary>
    public bool IsCommand { get; init; }

    /// <summary>The kind of value, if the text shows it.</summary>
    public HelpValueType Type { get; init; }

    /// <summary>The values that the text lists, which aren't necessarily all.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];
}
