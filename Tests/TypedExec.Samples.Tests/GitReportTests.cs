using GitReport;
using Xunit;

namespace TypedExec.Samples.Tests;

/// <summary>The report, with a fake git.</summary>
public sealed class GitReportTests
{
    private readonly Report _report = new(new FakeGit(), new NoGitHub());

    [Fact]
    public async Task Authors_are_counted_and_the_busiest_is_first()
        => Assert.Equal([("Bob", 2), ("Ann", 1)], await _report.AuthorsAsync("main", 10));

    [Fact]
    public async Task Days_are_in_order()
        => Assert.Equal([(new DateOnly(2026, 1, 1), 1), (new DateOnly(2026, 1, 2), 2)], await _report.DaysAsync("main", 10));

    [Fact]
    public async Task Changes_of_a_file_are_added_up()
        => Assert.Equal([new Change(4, 1, "a"), new Change(1, 0, "b")], await _report.ChurnAsync("main", 10));

    [Fact]
    public async Task A_missing_gh_is_not_a_failure() => Assert.Empty(await _report.PullRequestsAsync());

    [Fact]
    public async Task The_report_includes_everything()
    {
        await using var text = new StringWriter();
        await _report.WriteAsync(text, "main", 10);
        Assert.Contains("/src (clean)", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("2026-01-02  main", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picture_is_a_png()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        try
        {
            Chart.Save(await _report.DaysAsync("main", 10), path);
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)).Take(4));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class FakeGit : IGit
    {
        public async IAsyncEnumerable<Commit> LogAsync(string range, int? max, DateOnly? since, IReadOnlyList<string>? paths)
        {
            await Task.CompletedTask;
            var day = new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);
            yield return new Commit("3", "Bob", day, "Third");
            yield return new Commit("2", "Bob", day, "Second");
            yield return new Commit("1", "Ann", day.AddDays(-1), "First");
        }

        public async IAsyncEnumerable<Change> ChangesAsync(string range, int? max)
        {
            await Task.CompletedTask;
            yield return new Change(1, 0, "b");
            yield return new Change(1, 1, "a");
            yield return new Change(3, 0, "a");
        }

        public Task<Branch[]> BranchesAsync(CancellationToken cancellationToken)
            => Task.FromResult<Branch[]>([new Branch("main", new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero))]);

        public Task<bool> IsCleanAsync(CancellationToken cancellationToken) => Task.FromResult(true);

        public Task<string> DirectoryAsync(CancellationToken cancellationToken) => Task.FromResult("/src");
    }

    private sealed class NoGitHub : IGitHub
    {
        public Task<PullRequest[]> PullRequestsAsync(CancellationToken cancellationToken)
            => Task.FromException<PullRequest[]>(new ExecException("spawn gh ENOENT") { Code = "ENOENT" });
    }
}
