namespace TypedExec.CommandLines.Naming;

/// <summary>Names that the generated classes use themselves, so that no option, argument or subcommand can have them.</summary>
internal static class GeneratedNames
{
    /// <summary>The nested class with the constants of known values.</summary>
    public const string Known = "Known";

    /// <summary>The nested class with the persistent options that subcommands inherit.</summary>
    public const string SharedOptions = "PersistentOptions";

    /// <summary>The members of that class besides the options.</summary>
    public static readonly string[] OfSharedOptions =
    [
        "PersistentBuilder", "AddPersistentListsTo", "AddPersistentOptionsTo", "AddPersistentOptionsAfterSubcommandTo", "AddPersistentOptionsAfterArgumentsTo",
        "CopyPersistentOptions", "TSelf", "TBuilder",
    ];

    private static readonly HashSet<string> ClassMembers = new(OfSharedOptions, StringComparer.Ordinal)
    {
        SharedOptions,

        // The methods, and what goes with them.
        "Spawn", "SpawnSync", "ExecFile", "ExecFileSync", "Exec", "ExecSync", "Fork", "ToArguments", "ToCommandLine",
        "Parent", "Builder", "CreateBuilder", Known, "AddOptionsTo", "AddOuterOptionsTo", "AddOptionsAfterSubcommandTo", "AddOptionsAfterArgumentsTo",
        "AddArgumentsTo", "CheckOptions", "TextOf",

        // The members of every object and every record.
        "ToString", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "Finalize",
        "PrintMembers", "EqualityContract", "Clone", "Deconstruct",
    };

    private static readonly HashSet<string> BuilderMembers = new(StringComparer.Ordinal) { "Build", "Missing", "New" };

    /// <summary>Returns whether a subcommand's class can't have this name.</summary>
    public static bool HaveClass(string name) => ClassMembers.Contains(name);

    /// <summary>Returns whether a property can't have this name: the builder has a method named after each property.</summary>
    public static bool HaveProperty(string name) => ClassMembers.Contains(name) || BuilderMembers.Contains(name);
}
