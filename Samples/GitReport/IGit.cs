using TypedExec;

namespace GitReport;

/// <summary>The git commands that the report needs. The generator implements the interface; the tests do so by hand.</summary>
[Command("git")]
public partial interface IGit
{
    /// <summary>Returns the commits, newest first.</summary>
    [Run("log [--max-count={max}] [--since={since}] --format=%H%x1f%an%x1f%aI%x1f%s {range} [-- {paths}]", FieldSeparator = "\u001f")]
    IAsyncEnumerable<Commit> LogAsync(
        string range, int? max = null, [Hole(Format = "yyyy-MM-dd")] DateOnly? since = null, IReadOnlyList<string>? paths = null);

    /// <summary>Returns how many lines each commit changed in each file. Binary files have no counts.</summary>
    [Run("log [--max-count={max}] --numstat --format= {range}", Pattern = @"^(?<added>\d+)\t(?<removed>\d+)\t(?<path>.+)$")]
    IAsyncEnumerable<Change> ChangesAsync(string range, int? max = null);

    /// <summary>Returns the local branches with the date of their last commit.</summary>
    [Run("branch --format='%(refname:short)%09%(committerdate:iso-strict)'", FieldSeparator = "\t")]
    Task<Branch[]> BranchesAsync(CancellationToken cancellationToken = default);

    /// <summary>Returns whether the files are unchanged since the last commit.</summary>
    [Run("diff --quiet HEAD")]
    Task<bool> IsCleanAsync(CancellationToken cancellationToken = default);

    /// <summary>Returns the root directory of the repository's files.</summary>
    [Run("rev-parse --show-toplevel")]
    Task<string> DirectoryAsync(CancellationToken cancellationToken = default);
}

/// <summary>A commit.</summary>
public sealed record Commit(string Hash, string Author, DateTimeOffset Date, string Subject);

/// <summary>The changes of a commit to a file.</summary>
public sealed record Change(int Added, int Removed, string Path);

/// <summary>A branch.</summary>
public sealed record Branch(string Name, DateTimeOffset Date);
