namespace TypedExec.Import.Sources;

/// <summary>The sources' names on the command line and in specifications.</summary>
internal static class SourceNames
{
    /// <summary>The program's help output.</summary>
    public const string Help = "help";

    /// <summary>The program's manual pages.</summary>
    public const string Manual = "man";

    /// <summary>A completion specification from Fig.</summary>
    public const string Fig = "fig";

    public static readonly IReadOnlyList<string> All = [Help, Manual, Fig];
}
