namespace TypedExec.Import.Checking;

/// <summary>What may be wrong with a wrapper.</summary>
/// <param name="Id">The number that reports use.</param>
/// <param name="Name">Its name in one word.</param>
/// <param name="Text">What it says.</param>
/// <param name="Level">How bad it is, in SARIF's words.</param>
internal sealed record CheckRule(string Id, string Name, string Text, string Level)
{
    public static readonly CheckRule OptionGone = new("TEXI001", "OptionGone", "The program does not have this option.", "error");
    public static readonly CheckRule OptionMisspelled = new("TEXI002", "OptionMisspelled", "The program does not have this option, but one of nearly the same name.", "error");
    public static readonly CheckRule OptionDeprecated = new("TEXI003", "OptionDeprecated", "The program's documentation says that the option is deprecated.", "warning");
    public static readonly CheckRule WrongArity = new("TEXI004", "WrongArity", "A flag is given a value, or an option that needs a value is given none.", "error");
    public static readonly CheckRule SubcommandGone = new("TEXI005", "SubcommandGone", "The program does not have this subcommand.", "error");
    public static readonly CheckRule ProgramMissing = new("TEXI006", "ProgramMissing", "The program is not installed, or gives no help that can be read.", "warning");

    public static readonly IReadOnlyList<CheckRule> All = [OptionGone, OptionMisspelled, OptionDeprecated, WrongArity, SubcommandGone, ProgramMissing];
}
