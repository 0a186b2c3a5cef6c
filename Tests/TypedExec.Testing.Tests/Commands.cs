namespace TypedExec.Testing.Tests;

/// <summary>Commands that the tests fake.</summary>
[Command("git")]
internal partial class Git
{
    [Option("-C")] public string? Directory { get; init; }

    [Subcommand("clone")]
    internal partial class Clone
    {
        [Option("--depth", Separator = "=")] public int? Depth { get; init; }

        [Option("--token", Separator = "=", Secret = true)] public string? Token { get; init; }

        [Argument(0, After = "--")] public string? Repository { get; init; }
    }
}

/// <summary>Typed methods.</summary>
[Command("git")]
internal partial interface IGit
{
    [Run("rev-parse --abbrev-ref HEAD")]
    Task<string> CurrentBranchAsync(CancellationToken cancellationToken = default);

    [Run("log --format=%H {range}")]
    IAsyncEnumerable<string> LogAsync(string range);

    [Run("diff --quiet {range}", FalseExitCode = 1)]
    Task<bool> IsUnchangedAsync(string range);
}

/// <summary>A program with a channel.</summary>
[Command("node", Fork = true)]
internal static partial class Node;
