namespace TypedExec.Import.Help;

/// <summary>A command with everything that was read about it and its subcommands.</summary>
internal sealed record WalkedCommand
{
    /// <summary>Its name and its aliases.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The words that call it, starting with the program's name.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    public string Description { get; init; } = "";

    public HelpPage Page { get; init; } = HelpPage.Empty;

    public IReadOnlyList<WalkedCommand> Subcommands { get; init; } = [];

    /// <summary>The layout of its page, or null if it has no page.</summary>
    public string? Layout { get; init; }

    /// <summary>The sources that list it, such as <c>help</c> and <c>man</c>.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Why there is no page, if that is worth reporting; otherwise null.</summary>
    public string? Problem { get; init; }

    /// <summary>This command and all of its descendants.</summary>
    public IEnumerable<WalkedCommand> All() => Subcommands.SelectMany(command => command.All()).Prepend(this);
}
