namespace TypedExec.Import.Manual;

/// <summary>man-db's <c>man</c>.</summary>
[Command("man")]
internal sealed partial class Man
{
    /// <summary>Treats the page as the path of a file.</summary>
    [Option("-l")]
    public bool LocalFile { get; init; }

    /// <summary>Turns hyphenation off.</summary>
    [Option("--nh")]
    public bool NoHyphenation { get; init; }

    /// <summary>Turns justification off.</summary>
    [Option("--nj")]
    public bool NoJustification { get; init; }

    /// <summary>The pager.</summary>
    [Option("-P")]
    public string? Pager { get; init; }

    /// <summary>The page.</summary>
    [Argument(0)]
    public required string Page { get; init; }
}
