namespace TypedExec.Import.Help;

/// <summary>A value that an option or a command takes, as the help text names it.</summary>
internal sealed record HelpValue
{
    /// <summary>What the text calls it, without brackets, or null where it only shows a place for it.</summary>
    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>Whether it was written as a word without brackets, and so may be the value itself, as in <c>--check=quiet</c>.</summary>
    public bool IsBare { get; init; }

    public bool IsOptional { get; init; }

    /// <summary>Whether several values may be given one after another.</summary>
    public bool IsVariadic { get; init; }

    /// <summary>Whether it is a command of another program, whose own options follow.</summary>
    public bool IsCommand { get; init; }

    /// <summary>What kind of value it is, as far as the text says so.</summary>
    public HelpValueType Type { get; init; }

    /// <summary>The values that the text lists; never a promise that there are no others.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];
}
