using System.Text.RegularExpressions;

namespace TypedExec.Tests;

/// <summary>The tests that the documentation names for its promises exist.</summary>
public sealed partial class PromisedTests
{
    [Theory]
    [InlineData("reliability.md")]
    [InlineData("security.md")]
    public void Every_test_that_a_page_names_exists(string page)
    {
        var root = Root();
        var names = Named().Matches(File.ReadAllText(Path.Combine(root, "docs", page)));
        var sources = Directory.GetFiles(Path.Combine(root, "Tests"), "*.cs", SearchOption.AllDirectories).ToLookup(static path => Path.GetFileNameWithoutExtension(path));

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains(
            sources[name.Groups[1].Value], path => File.ReadAllText(path).Contains($" {name.Groups[2].Value}(", StringComparison.Ordinal)));
    }

    private static string Root()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "TypedExec.sln")))
        {
            directory = Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("The tests do not run in the repository.");
        }

        return directory;
    }

    [GeneratedRegex(@"\| `(\w+)\.(\w+)` \|")]
    private static partial Regex Named();
}
