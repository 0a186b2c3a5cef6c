namespace TypedExec.CommandLines.Reading;

/// <summary>
/// Limits the size of a specification. The limits are far above any real program, but low enough that a hostile file is rejected,
/// or generated, in bounded time: a build must not hang on a file that somebody else wrote.
/// </summary>
internal static class SpecificationLimits
{
    /// <summary>Characters in the file; the largest known specification has 165,000.</summary>
    public const int Characters = 8_000_000;

    /// <summary>JSON values of any kind.</summary>
    public const int Values = 1_000_000;

    /// <summary>Nested objects and arrays.</summary>
    public const int JsonDepth = 64;

    /// <summary>Nested subcommands.</summary>
    public const int CommandDepth = 12;

    /// <summary>Subcommands in total.</summary>
    public const int Commands = 10_000;

    /// <summary>
    /// Options, arguments and references between options in total, where a persistent option counts once for every subcommand
    /// that accepts it.
    /// </summary>
    public const int Options = 50_000;

    /// <summary>Characters in a name.</summary>
    public const int NameCharacters = 100;

    /// <summary>Names of one option or subcommand.</summary>
    public const int Names = 50;

    /// <summary>Arguments of one option or subcommand.</summary>
    public const int Arguments = 100;

    /// <summary>Words in a subcommand's name.</summary>
    public const int Words = 10;

    /// <summary>Names in one <c>exclusiveOn</c> or <c>dependsOn</c>.</summary>
    public const int References = 200;

    /// <summary>Known values of one argument. Further ones get no names.</summary>
    public const int Suggestions = 500;

    /// <summary>Characters in a description that are kept.</summary>
    public const int DescriptionCharacters = 2_000;

    /// <summary>Errors that are reported for one file.</summary>
    public const int Mistakes = 20;
}
