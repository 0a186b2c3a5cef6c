namespace TypedExec.Package.Tests;

/// <summary>The import tool after installation.</summary>
[Collection(nameof(BuildCollection))]
public sealed class ToolTests
{
    [Fact]
    public async Task The_import_tool_is_installed_from_its_package_and_writes_source()
    {
        using var directory = new TempDirectory();
        await new Dotnet.Pack
        {
            Project = Path.Combine(Repository.Root, "Generator", "TypedExec.Import"),
            ArtifactsPath = directory["artifacts"],
            Output = directory["feed"],
        }.OutputAsync();
        File.WriteAllText(directory["nuget.config"], """
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><clear /><add key="feed" value="feed" /></packageSources>
            </configuration>
            """);
        File.WriteAllText(directory["greet.json"], """{ "name": "greet", "options": [{ "name": "--loud", "description": "Shouts." }] }""");

        await new Dotnet.ToolInstall { Package = "TypedExec.Import", ToolPath = "tools" }.OutputAsync(directory.Root);
        await new InstalledTool.Source { Output = "commands", Specification = "greet.json" }.OutputAsync(directory.Root);

        Assert.Contains("public bool Loud", File.ReadAllText(directory["commands/Greet.cs"]), StringComparison.Ordinal);
    }
}

/// <summary>The tool as the test has installed it.</summary>
[Command("tools/typedexec-import")]
internal sealed partial class InstalledTool
{
    [Subcommand("source")]
    internal sealed partial class Source
    {
        [Option("--output")] public string? Output { get; init; }
        [Argument(0)] public required string Specification { get; init; }
    }
}
