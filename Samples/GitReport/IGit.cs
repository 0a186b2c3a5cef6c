using TypedExec;

namespace GitReport;

/// <summary>What the report asks of git. The generator implements it; the tests do so by hand.</summary>
[Command("git")]
public partial interface IGit
{
    /// <summary>The commits, the newest first.</summary>
    [Run("log [--max-count={max}] [--since={since}] --format=%H%x1f%an%x1f%aI%x1f%s {range} [-- {paths}]", FieldSeparator = "\u001f")]
    IAsyncEnumerable<Commit> LogAsync(
        string range, int? max = null, [Hole(Format = "yyyy-MM-dd")] DateOnly? since = null, IReadOnlyList<string>? paths = null);

    /// <summary>How many lines each commit changed, file by file; binary files have none.</summary>
    [Run("log [--max-count={max}] --numstat --format= {range}", Pattern = @"^(?<added>\d+)\t(?<removed>\d+)\t(?<path>.+)$")]
    IAsyncEnumerable<Change> ChangesAsync(string range, int? max = null);

    /// <summary>The local branches, with their last commit's date.</summary>
    [Run("branch --format='%(refname:short)%09%(committerdate:iso-strict)'", FieldSeparator = "\t")]
    Task<Branch[]> BranchesAsync(CancellationToken cancellationToken = default);

    /// <summary>Whether the files are as they were committed.</summary>
    [Run("diff --quiet HEAD")]
    Task<bool> IsCleanAsync(CancellationToken cancellationToken = default);

    /// <summary>The directory that the repository's files are in.</summary>
    [Run("rev-parse --show-toplevel")]
    Task<string> DirectoryAsync(CancellationToken cancellationToken = default);
}

/// <summary>A commit.</summary>
public sealed record Commit(string Hash, string Author, DateTimeOffset Date, string Subject);

/// <summary>What a commit did to a file.</summary>
public sealed record Change(int Added, int Removed, string Path);

/// <summary>A branch.</summary>
public sealed record Branch(string Name, DateTimeOffset Date);
