namespace TypedExec.CommandLines.Reading;

/// <summary>
/// How much a specification may hold. Far more than any real program has, and little enough that a hostile file is
/// refused, or generated, in bounded time: a build must not hang on a file that somebody else wrote.
/// </summary>
internal static class SpecificationLimits
{
    /// <summary>Characters of the file; the largest of the known specifications has 165,000.</summary>
    public const int Characters = 8_000_000;

    /// <summary>JSON values of any kind.</summary>
    public const int Values = 1_000_000;

    /// <summary>Objects and arrays within each other.</summary>
    public const int JsonDepth = 64;

    /// <summary>Subcommands of subcommands.</summary>
    public const int CommandDepth = 12;

    /// <summary>Subcommands in all.</summary>
    public const int Commands = 10_000;

    /// <summary>
    /// Options, arguments and references between options in all, those of a persistent option counted once for every
    /// subcommand that takes it.
    /// </summary>
    public const int Options = 50_000;

    /// <summary>Characters of a name.</summary>
    public const int NameCharacters = 100;

    /// <summary>Names of one option or subcommand.</summary>
    public const int Names = 50;

    /// <summary>Arguments of one option or subcommand.</summary>
    public const int Arguments = 100;

    /// <summary>Words of a subcommand's name.</summary>
    public const int Words = 10;

    /// <summary>Names in one <c>exclusiveOn</c> or <c>dependsOn</c>.</summary>
    public const int References = 200;

    /// <summary>Known values of one argument. More are not given names.</summary>
    public const int Suggestions = 500;

    /// <summary>Characters of a description that are kept.</summary>
    public const int DescriptionCharacters = 2_000;

    /// <summary>Mistakes that are told of one file.</summary>
    public const int Mistakes = 20;
}
