namespace TypedExec.CommandLines.Naming;

/// <summary>Names that the generated classes use themselves, so that no option, argument or subcommand can have them.</summary>
internal static class GeneratedNames
{
    /// <summary>The nested class with the constants of known values.</summary>
    public const string Known = "Known";

    private static readonly HashSet<string> ClassMembers = new(StringComparer.Ordinal)
    {
        // The forms, and what goes with them.
        "Spawn", "SpawnSync", "ExecFile", "ExecFileSync", "Exec", "ExecSync", "Fork", "ToArguments", "ToCommandLine",
        "Parent", "Builder", "CreateBuilder", Known, "AddOptionsTo", "AddOuterOptionsTo", "AddArgumentsTo", "CheckOptions", "TextOf",

        // What every object and every record has.
        "ToString", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "Finalize",
        "PrintMembers", "EqualityContract", "Clone", "Deconstruct",
    };

    private static readonly HashSet<string> BuilderMembers = new(StringComparer.Ordinal) { "Build", "Missing", "New" };

    /// <summary>Whether a subcommand's class cannot be called so.</summary>
    public static bool HaveClass(string name) => ClassMembers.Contains(name);

    /// <summary>Whether a property cannot be called so: the builder has a method of each property's name.</summary>
    public static bool HaveProperty(string name) => ClassMembers.Contains(name) || BuilderMembers.Contains(name);
}
