namespace TypedExec.Import.Help;

/// <summary>A subcommand that a help text lists.</summary>
/// <param name="Names">Its name, and other names for it.</param>
/// <param name="Description">What the list says about it.</param>
internal sealed record HelpCommand(IReadOnlyList<string> Names, string Description)
{
    public string Name => Names[0];

    /// <summary>What the list itself tells of it beside the description; null where that is nothing.</summary>
    public HelpPage? Page { get; init; }

    /// <summary>Whether there is no more to know, so that the program need not be asked.</summary>
    public bool IsComplete { get; init; }
}
