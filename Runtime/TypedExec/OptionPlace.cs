namespace TypedExec;

/// <summary>Where an option goes on the command line.</summary>
public enum OptionPlace
{
    /// <summary>Before the arguments; an outer command's option goes before the subcommand's words.</summary>
    BeforeArguments,

    /// <summary>
    /// After the words of the subcommand that is run, as <c>az vm list --output json</c> has it. Without a subcommand this is
    /// <see cref="BeforeArguments"/>.
    /// </summary>
    AfterSubcommand,

    /// <summary>After the arguments, as gcc's <c>-lm</c>.</summary>
    AfterArguments,
}
