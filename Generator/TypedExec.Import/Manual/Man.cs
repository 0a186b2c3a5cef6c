namespace TypedExec.Import.Manual;

/// <summary>man-db's <c>man</c>.</summary>
[Command("man")]
internal sealed partial class Man
{
    /// <summary>The page is the path of a file.</summary>
    [Option("-l")]
    public bool LocalFile { get; init; }

    /// <summary>Words are not cut at the line's end.</summary>
    [Option("--nh")]
    public bool NoHyphenation { get; init; }

    /// <summary>Lines are not stretched.</summary>
    [Option("--nj")]
    public bool NoJustification { get; init; }

    /// <summary>The program that shows the page.</summary>
    [Option("-P")]
    public string? Pager { get; init; }

    /// <summary>The page.</summary>
    [Argument(0)]
    public required string Page { get; init; }
}
