using TypedExec;

namespace Tour;

/// <summary>The version control system.</summary>
[Command("git")]
public partial class Git
{
    /// <summary>Runs as if git was started in this directory.</summary>
    [Option("-C")]
    public string? Directory { get; init; }

    /// <summary>Settings for this run alone.</summary>
    [Option("-c")]
    public IReadOnlyDictionary<string, string> Config { get; init; } = new Dictionary<string, string>();

    /// <summary>Prints git's version.</summary>
    [Option("--version")]
    public bool Version { get; init; }

    /// <summary>Makes an empty repository.</summary>
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

        /// <summary>Whether a commit without changes is recorded too.</summary>
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
        /// <summary>How many commits to show.</summary>
        [Option("--max-count", Separator = "=")]
        public int? MaxCount { get; init; }

        /// <summary>How each commit is shown.</summary>
        [Option("--format", Separator = "=")]
        public string? Format { get; init; }
    }
}
