using TypedExec;

namespace GitReport;

/// <summary>The figures of a repository. It uses git only through its interface.</summary>
public sealed class Report(IGit git, IGitHub gitHub)
{
    /// <summary>Returns the commits of each author, the busiest first.</summary>
    public async Task<IReadOnlyList<(string Author, int Commits)>> AuthorsAsync(string range, int max)
    {
        var commits = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var commit in git.LogAsync(range, max))
        {
            commits[commit.Author] = commits.GetValueOrDefault(commit.Author) + 1;
        }

        return [.. commits.Select(static pair => (pair.Key, pair.Value)).OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal)];
    }

    /// <summary>Returns the commits of each day, oldest first.</summary>
    public async Task<IReadOnlyList<(DateOnly Day, int Commits)>> DaysAsync(string range, int max)
    {
        var days = new SortedDictionary<DateOnly, int>();
        await foreach (var commit in git.LogAsync(range, max))
        {
            var day = DateOnly.FromDateTime(commit.Date.UtcDateTime);
            days[day] = days.GetValueOrDefault(day) + 1;
        }

        return [.. days.Select(static pair => (pair.Key, pair.Value))];
    }

    /// <summary>Returns the lines that were added and removed in each file, the most changed first.</summary>
    public async Task<IReadOnlyList<Change>> ChurnAsync(string range, int max)
    {
        var files = new Dictionary<string, Change>(StringComparer.Ordinal);
        await foreach (var change in git.ChangesAsync(range, max))
        {
            var known = files.GetValueOrDefault(change.Path) ?? new Change(0, 0, change.Path);
            files[change.Path] = known with { Added = known.Added + change.Added, Removed = known.Removed + change.Removed };
        }

        return [.. files.Values.OrderByDescending(static file => file.Added + file.Removed).ThenBy(static file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>Returns the open pull requests; none if <c>gh</c> isn't installed or doesn't know the repository.</summary>
    public async Task<IReadOnlyList<PullRequest>> PullRequestsAsync()
    {
        try
        {
            return await gitHub.PullRequestsAsync();
        }
        catch (ExecException)
        {
            return [];
        }
    }

    /// <summary>Writes the report.</summary>
    public async Task WriteAsync(TextWriter output, string range, int max)
    {
        await output.WriteLineAsync($"{await git.DirectoryAsync()} ({(await git.IsCleanAsync() ? "clean" : "changed")})");
        await output.WriteLineAsync("\nAuthors");
        foreach (var (author, commits) in (await AuthorsAsync(range, max)).Take(10))
        {
            await output.WriteLineAsync($"  {commits,5}  {author}");
        }

        await output.WriteLineAsync("\nMost changed");
        foreach (var file in (await ChurnAsync(range, max)).Take(10))
        {
            await output.WriteLineAsync($"  +{file.Added,-6} -{file.Removed,-6} {file.Path}");
        }

        await output.WriteLineAsync("\nBranches");
        foreach (var branch in (await git.BranchesAsync()).OrderByDescending(static branch => branch.Date).Take(10))
        {
            await output.WriteLineAsync($"  {branch.Date:yyyy-MM-dd}  {branch.Name}");
        }

        foreach (var request in await PullRequestsAsync())
        {
            await output.WriteLineAsync($"  #{request.Number} {request.Title}");
        }
    }
}
