namespace TypedExec;

/// <summary>Specifies where an option is placed on the command line.</summary>
public enum OptionPlace
{
    /// <summary>Before the arguments. An option of an outer command comes before the subcommand's words.</summary>
    BeforeArguments,

    /// <summary>
    /// After the words of the subcommand that is run, as in <c>az vm list --output json</c>. Without a subcommand, this is the
    /// same as <see cref="BeforeArguments"/>.
    /// </summary>
    AfterSubcommand,

    /// <summary>After the arguments, like gcc's <c>-lm</c>.</summary>
    AfterArguments,
}
