namespace TypedExec.Import.Help;

/// <summary>What was read from one help text.</summary>
internal sealed record HelpPage
{
    public static readonly HelpPage Empty = new();

    public string Description { get; init; } = "";

    public IReadOnlyList<HelpOption> Options { get; init; } = [];

    public IReadOnlyList<HelpValue> Arguments { get; init; } = [];

    public IReadOnlyList<HelpCommand> Commands { get; init; } = [];

    /// <summary>The lines that look like options and were not understood.</summary>
    public IReadOnlyList<HelpLine> Unread { get; init; } = [];

    /// <summary>Further words to ask the program with, for a page of options that hold for all its subcommands.</summary>
    public IReadOnlyList<string>? PersistentOptionsPage { get; init; }

    /// <summary>The lines of the text that name an option.</summary>
    public int OptionLines => Options.Select(option => option.Line).Distinct().Count() + Unread.Count;
}
