namespace TypedExec.Import.Help;

/// <summary>What was read from one help text.</summary>
internal sealed record HelpPage
{
    public static readonly HelpPage Empty = new();

    public string Description { get; init; } = "";

    public IReadOnlyList<HelpOption> Options { get; init; } = [];

    public IReadOnlyList<HelpValue> Arguments { get; init; } = [];

    public IReadOnlyList<HelpCommand> Commands { get; init; } = [];

    /// <summary>The lines that look like options but weren't understood.</summary>
    public IReadOnlyList<HelpLine> Unread { get; init; } = [];

    /// <summary>Options that the text mentions without describing them.</summary>
    public IReadOnlyList<MentionedOption> Mentioned { get; init; } = [];

    /// <summary>Other manual pages that the text refers to, such as <c>git-diff(1)</c>.</summary>
    public IReadOnlyList<string> OtherPages { get; init; } = [];

    /// <summary>Differences between sources, each as a sentence for the report.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    /// <summary>The arguments after <c>--</c>, if the usage shows them separately, as in <c>exec POD -- COMMAND [args...]</c>.</summary>
    public IReadOnlyList<HelpValue> Rest { get; init; } = [];

    /// <summary>The words that print another page, with options that apply to all subcommands.</summary>
    public IReadOnlyList<string>? PersistentOptionsPage { get; init; }

    /// <summary>The lines of the text that name an option.</summary>
    public int OptionLines => Options.Select(option => option.Line).Distinct().Count() + Unread.Count;
}
