using TypedExec;

namespace Tour;

/// <summary>The version control system.</summary>
[Command("git")]
public partial class Git
{
    /// <summary>Gets or sets the directory in which git runs.</summary>
    [Option("-C")]
    public string? Directory { get; init; }

    /// <summary>Gets or sets settings for this run only.</summary>
    [Option("-c")]
    public IReadOnlyDictionary<string, string> Config { get; init; } = new Dictionary<string, string>();

    /// <summary>Prints git's version.</summary>
    [Option("--version")]
    public bool Version { get; init; }

    /// <summary>Creates an empty repository.</summary>
    [Subcommand("init")]
    public partial class Init
    {
        /// <summary>Prints errors and warnings only.</summary>
        [Option("--quiet", Short = "-q")]
        public bool Quiet { get; init; }
    }

    /// <summary>Records changes.</summary>
    [Subcommand("commit")]
    public partial class Commit
    {
        /// <summary>The commit's message.</summary>
        [Option("--message", Short = "-m")]
        public required string Message { get; init; }

        /// <summary>Gets or sets whether to record a commit without changes.</summary>
        [Option("--allow-empty")]
        public bool AllowEmpty { get; init; }

        /// <summary>Whether the commit is signed.</summary>
        [Option("--gpg-sign", Negation = "--no-gpg-sign")]
        public bool? GpgSign { get; init; }

        /// <summary>The files to commit.</summary>
        [Argument(0, After = "--")]
        public IReadOnlyList<string> Paths { get; init; } = [];
    }

    /// <summary>Shows the history.</summary>
    [Subcommand("log")]
    public partial class Log
    {
        /// <summary>Gets or sets the maximum number of commits to show.</summary>
        [Option("--max-count", Separator = "=")]
        public int? MaxCount { get; init; }

        /// <summary>Gets or sets how each commit is shown.</summary>
        [Option("--format", Separator = "=")]
        public string? Format { get; init; }
    }
}
