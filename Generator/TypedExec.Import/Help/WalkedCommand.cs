namespace TypedExec.Import.Help;

/// <summary>A command with all that was read of it and below it.</summary>
internal sealed record WalkedCommand
{
    /// <summary>Its name, and other names for it.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The words that call it, from the program's name on.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    public string Description { get; init; } = "";

    public HelpPage Page { get; init; } = HelpPage.Empty;

    public IReadOnlyList<WalkedCommand> Subcommands { get; init; } = [];

    /// <summary>The layout of its page; null when it has none of its own.</summary>
    public string? Layout { get; init; }

    /// <summary>The sources that know it, such as <c>help</c> and <c>man</c>.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Why there is no page, where that is worth a word; else null.</summary>
    public string? Problem { get; init; }

    /// <summary>This command and all below it.</summary>
    public IEnumerable<WalkedCommand> All() => Subcommands.SelectMany(command => command.All()).Prepend(this);
}
