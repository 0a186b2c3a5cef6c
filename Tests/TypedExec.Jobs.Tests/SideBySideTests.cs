using System.Text.RegularExpressions;

namespace TypedExec.Jobs.Tests;

/// <summary>Twelve everyday jobs with <c>Process</c>, CliWrap and TypedExec: the same result, and ours is never longer.</summary>
public sealed partial class SideBySideTests
{
    private static readonly Type[] Libraries = [typeof(WithProcess), typeof(WithCliWrap), typeof(WithTypedExec)];

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private static readonly Dictionary<string, string> Results = new(StringComparer.Ordinal)
    {
        [nameof(IJobs.GetTheOutput)] = "hello\n",
        [nameof(IJobs.ReportWhyItFailed)] = "128: no such branch\n",
        [nameof(IJobs.PassTextToStdin)] = "a\nb\n",
        [nameof(IJobs.SetDirectoryAndEnvironment)] = "value in /\n",
        [nameof(IJobs.StopAtTheFirstMatch)] = "line 77",
        [nameof(IJobs.ReadBothOutputsLineByLine)] = "20000 and 20000",
        [nameof(IJobs.CaptureTheOutputAndLogIt)] = "hello\n",
        [nameof(IJobs.RunAPipeline)] = "271\n",
        [nameof(IJobs.InsertAValueIntoAShellCommand)] = "IT'S; ECHO HARM\n",
        [nameof(IJobs.TreatAnExitCodeAsAnAnswer)] = "not found",
        [nameof(IJobs.SetATimeLimit)] = "too slow",
        [nameof(IJobs.WaitForAServerAndStopIt)] = "listening, then saved\n",
    };

    public static TheoryData<string> Jobs => [.. typeof(IJobs).GetMethods().Select(static method => method.Name)];

    [Theory]
    [MemberData(nameof(Jobs))]
    public async Task A_job_has_the_same_result_with_each_library_and_hangs_with_none(string job)
    {
        Assert.SkipWhen(job == nameof(IJobs.WaitForAServerAndStopIt) && IgnoresSigint(), "SIGINT is ignored here, and no shell can trap it");
        foreach (var library in Libraries)
        {
            var log = Path.GetTempFileName();
            try
            {
                var jobs = (IJobs)Activator.CreateInstance(library, log)!;

                var result = await ((Task<string>)typeof(IJobs).GetMethod(job)!.Invoke(jobs, null)!).WaitAsync(Soon);

                Assert.Equal((library, Results[job]), (library, result));
                if (job == nameof(IJobs.CaptureTheOutputAndLogIt))
                {
                    Assert.Equal(result, await File.ReadAllTextAsync(log));
                }
            }
            finally
            {
                File.Delete(log);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Jobs))]
    public void A_job_is_never_longer_with_TypedExec(string job)
    {
        var ours = Lines.Count(nameof(WithTypedExec), job);

        Assert.InRange(ours, 1, Lines.Count(nameof(WithCliWrap), job));
        Assert.InRange(ours, 1, Lines.Count(nameof(WithProcess), job));
    }

    [Fact]
    public void No_library_saves_lines_by_making_them_longer()
        => Assert.All(Libraries.SelectMany(static library => Lines.Source(library.Name)), static line => Assert.InRange(line.Length, 0, Lines.MaxWidth));

    [Fact]
    public void The_table_in_the_documentation_shows_the_counted_lines()
    {
        var page = File.ReadAllText(Path.Combine(Lines.Folder, "..", "..", "docs", "migrating.md")).ReplaceLineEndings("\n");

        Assert.True(page.Contains(Table(), StringComparison.Ordinal), "docs/migrating.md must contain this table:\n" + Table());
    }

    private static string Table()
    {
        var jobs = typeof(IJobs).GetMethods().Select(static method => method.Name).ToList();
        Assert.Equal(12, jobs.Count);
        var rows = jobs.Select(static job => Row(Title(job), Libraries.Select(library => Lines.Count(library.Name, job))));
        var sums = Libraries.Select(library => jobs.Sum(job => Lines.Count(library.Name, job)));
        return string.Join('\n', ["| job | `Process` | CliWrap | TypedExec |", "|---|--:|--:|--:|", .. rows, Row("total", sums)]) + "\n";
    }

    private static string Row(string title, IEnumerable<int> counts) => $"| {title} | {string.Join(" | ", counts)} |";

    /// <summary>Converts <c>RunAPipeline</c> to "run a pipeline".</summary>
    private static string Title(string job) => Capital().Replace(job, static capital => " " + capital.Value.ToLowerInvariant()).TrimStart();

    private static bool IgnoresSigint()
    {
        const int Sigint = 2;
        var mask = File.ReadLines("/proc/self/status").First(static line => line.StartsWith("SigIgn:", StringComparison.Ordinal))["SigIgn:".Length..];
        return (Convert.ToUInt64(mask.Trim(), 16) >> (Sigint - 1) & 1) != 0;
    }

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
