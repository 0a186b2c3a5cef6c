using TypedExec.Import.Tests.Support;

namespace TypedExec.Import.Tests.Running;

/// <summary>The sample that uses real programs through their specifications.</summary>
public sealed class ReleaseNotesTests
{
    [Fact]
    public async Task The_release_is_created_packed_and_uploaded_and_nothing_is_left_over()
    {
        foreach (var program in (string[])["git", "tar", "grep", "find", "curl", "node"])
        {
            Programs.SkipWithout(program);
        }

        using var temp = new TempFolder();
        var sample = Path.Combine(AppContext.BaseDirectory, "ReleaseNotes.dll");
        var result = await new Executable("dotnet").ExecFile(
            [sample],
            new ExecFileOptions { Env = new Dictionary<string, string?> { ["TMPDIR"] = temp.Path }, KillDescendants = true },
            TestContext.Current.CancellationToken);

        Assert.Contains("## New\n\n- a parser; it's \"quoted\" & $HOME stays as it is\n", result.Stdout, StringComparison.Ordinal);
        Assert.Contains("a+b", result.Stdout, StringComparison.Ordinal);
        Assert.Contains("./notes.md ./package.json ./parser.js ./readme.md", result.Stdout, StringComparison.Ordinal);
        Assert.Contains("all of it arrived", result.Stdout, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(temp.Path, "typedexec-release-*"));
    }
}
