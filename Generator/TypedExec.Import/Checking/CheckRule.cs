namespace TypedExec.Import.Checking;

/// <summary>A kind of mistake in a wrapper.</summary>
/// <param name="Id">The ID that reports use.</param>
/// <param name="Name">Its one-word name.</param>
/// <param name="Text">Its description.</param>
/// <param name="Level">Its severity, in SARIF's terms.</param>
internal sealed record CheckRule(string Id, string Name, string Text, string Level)
{
    public static readonly CheckRule OptionGone = new("TEXI001", "OptionGone", "The program doesn't have this option.", "error");
    public static readonly CheckRule OptionMisspelled = new("TEXI002", "OptionMisspelled", "The program doesn't have this option, but it has one with a similar name.", "error");
    public static readonly CheckRule OptionDeprecated = new("TEXI003", "OptionDeprecated", "The program's documentation says that the option is deprecated.", "warning");
    public static readonly CheckRule WrongArity = new("TEXI004", "WrongArity", "A flag has a value, or an option that requires a value has none.", "error");
    public static readonly CheckRule SubcommandGone = new("TEXI005", "SubcommandGone", "The program doesn't have this subcommand.", "error");
    public static readonly CheckRule ProgramMissing = new("TEXI006", "ProgramMissing", "The program isn't installed, or its help can't be read.", "warning");

    public static readonly IReadOnlyList<CheckRule> All = [OptionGone, OptionMisspelled, OptionDeprecated, WrongArity, SubcommandGone, ProgramMissing];
}
