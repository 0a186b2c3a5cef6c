namespace TypedExec.Package.Tests;

/// <summary>The templates of <c>dotnet new</c>, installed from their package into a separate folder, used, and run.</summary>
[Collection(nameof(BuildCollection))]
public sealed class TemplateTests(Feed feed) : IAsyncLifetime
{
    private readonly TempDirectory _directory = new();

    private string Hive => _directory["hive"];

    public async ValueTask InitializeAsync()
    {
        await new Dotnet.Pack
        {
            Project = Path.Combine(Repository.Root, "Generator", "TypedExec.Templates"),
            ArtifactsPath = _directory["artifacts"],
            Output = _directory["templates"],
        }.OutputAsync();
        NuGetConfiguration.Write(_directory.Root, feed, withUsersSources: true);
        await new Dotnet.NewInstall { Package = Directory.GetFiles(_directory["templates"]).Single(), CustomHive = Hive }.OutputAsync(_directory.Root);
    }

    public ValueTask DisposeAsync()
    {
        _directory.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_templates_build_and_run()
    {
        await new Dotnet.New { Template = "typedexec-console", Name = "Greeter", Output = "Greeter", SkipRestore = true, CustomHive = Hive }.OutputAsync(_directory.Root);
        await new Dotnet.New { Template = "typedexec-file", Name = "greet", Output = ".", CustomHive = Hive }.OutputAsync(_directory.Root);

        Assert.Contains("namespace Greeter;", File.ReadAllText(_directory["Greeter/DotNet.cs"]), StringComparison.Ordinal);
        Assert.Contains($"Version=\"{feed.Version}\"", File.ReadAllText(_directory["Greeter/Greeter.csproj"]), StringComparison.Ordinal);
        Assert.StartsWith("SDK 10.", await new Dotnet.Run { Project = "Greeter" }.OutputAsync(_directory.Root), StringComparison.Ordinal);
        Assert.StartsWith("SDK 10.", await new Dotnet.Run { File = "greet.cs" }.OutputAsync(_directory.Root), StringComparison.Ordinal);
    }
}
