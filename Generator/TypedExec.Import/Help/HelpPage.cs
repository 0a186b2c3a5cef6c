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

    /// <summary>Options that the text mentions without describing them.</summary>
    public IReadOnlyList<MentionedOption> Mentioned { get; init; } = [];

    /// <summary>Other manual pages that the text refers to, such as <c>git-diff(1)</c>.</summary>
    public IReadOnlyList<string> OtherPages { get; init; } = [];

    /// <summary>What sources disagree about, each a sentence for the report.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    /// <summary>What stands after <c>--</c>, where the usage sets it apart, as in <c>exec POD -- COMMAND [args...]</c>.</summary>
    public IReadOnlyList<HelpValue> Rest { get; init; } = [];

    /// <summary>Further words to ask the program with, for a page of options that hold for all its subcommands.</summary>
    public IReadOnlyList<string>? PersistentOptionsPage { get; init; }

    /// <summary>The lines of the text that name an option.</summary>
    public int OptionLines => Options.Select(option => option.Line).Distinct().Count() + Unread.Count;
}
