namespace TypedExec.Package.Tests;

/// <summary>The package in a single-file program, which <c>dotnet run</c> builds.</summary>
[Collection(nameof(BuildCollection))]
public sealed class SingleFileTests(Feed feed)
{
    private const string FirstLine = "#!/usr/bin/env dotnet\n";

    [Fact]
    public async Task The_single_file_recipe_runs_unchanged()
    {
        using var directory = new TempDirectory();
        NuGetConfiguration.Write(directory.Root, feed, withUsersSources: true);
        await File.WriteAllTextAsync(directory["app.cs"], await RecipeAsync(), TestContext.Current.CancellationToken);

        Assert.Equal("one\ntwo\n", await new Dotnet.Run { File = "app.cs" }.OutputAsync(directory.Root));
    }

    private static async Task<string> RecipeAsync()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "recipes.md"), TestContext.Current.CancellationToken);
        var start = page.IndexOf(FirstLine, StringComparison.Ordinal);
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
