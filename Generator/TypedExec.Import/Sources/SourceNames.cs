namespace TypedExec.Import.Sources;

/// <summary>The sources' names on the command line and in specifications.</summary>
internal static class SourceNames
{
    /// <summary>What the program prints as its help.</summary>
    public const string Help = "help";

    /// <summary>The program's manual pages.</summary>
    public const string Manual = "man";

    /// <summary>A completion specification of Fig's.</summary>
    public const string Fig = "fig";

    public static readonly IReadOnlyList<string> All = [Help, Manual, Fig];
}
