namespace TypedExec.Import.Help;

/// <summary>A subcommand that a help text lists.</summary>
/// <param name="Names">Its name and its aliases.</param>
/// <param name="Description">Its text in the list.</param>
internal sealed record HelpCommand(IReadOnlyList<string> Names, string Description)
{
    public string Name => Names[0];

    /// <summary>What the list itself shows about it besides the description, or null.</summary>
    public HelpPage? Page { get; init; }

    /// <summary>Whether everything is known, so that the program doesn't have to be run for it.</summary>
    public bool IsComplete { get; init; }
}
