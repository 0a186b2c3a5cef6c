using System.IO.Compression;
using System.Xml.Linq;

namespace TypedExec.Package.Tests;

/// <summary>The packages in addition to the runtime's.</summary>
[Collection(nameof(BuildCollection))]
public sealed class CompanionTests(Feed feed)
{
    private const string Program = """
        using TypedExec;
        using TypedExec.Testing;

        using var fake = new FakeCommands();
        fake.When("git", "status", Any.Rest).Returns(stdout: "clean");
        Console.WriteLine((await new Executable("git", "status", "--short").ExecFile().AsTask().ConfigureAwait(false)).Stdout);
        """;

    [Theory]
    [InlineData("TypedExec.Testing")]
    [InlineData("TypedExec.Extensions")]
    [InlineData("TypedExec.Remote")]
    public async Task A_companion_contains_its_documented_assembly_and_depends_on_exactly_this_version(string name)
    {
        using var directory = new TempDirectory();
        await PackAsync(name, directory);
        using var package = ZipFile.OpenRead(Directory.GetFiles(directory["feed"], "*.nupkg").Single());

        string[] expected = ["LICENSE", "README.md", $"{name}.nuspec", "icon.png", $"lib/net10.0/{name}.dll", $"lib/net10.0/{name}.xml"];
        Assert.Equal(
            expected,
            package.Entries.Select(static entry => entry.FullName)
                .Where(static entry => entry is not ("_rels/.rels" or "[Content_Types].xml") && !entry.StartsWith("package/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        using var manifest = package.GetEntry($"{name}.nuspec")!.Open();
        var dependencies = XElement.Load(manifest).Descendants().Where(static element => element.Name.LocalName == "dependency").ToList();
        Assert.Equal($"[{feed.Version}]", (string?)dependencies.Single(static one => (string?)one.Attribute("id") == "TypedExec").Attribute("version"));
        Assert.All(
            dependencies,
            static one => Assert.Matches(@"^(TypedExec|Microsoft\.Extensions\..*Abstractions|Microsoft\.Extensions\.Options|System\.Threading\.RateLimiting)$", (string?)one.Attribute("id")));
        using var documentation = package.GetEntry($"lib/net10.0/{name}.xml")!.Open();
        Assert.All(
            XElement.Load(documentation).Descendants("member"),
            static member => Assert.True(member.HasElements, (string?)member.Attribute("name")));
        Assert.Single(Directory.GetFiles(directory["feed"], "*.snupkg"));
    }

    [Fact]
    public async Task A_new_project_fakes_a_command_with_the_testing_package()
    {
        using var directory = new TempDirectory();
        await PackAsync("TypedExec.Testing", directory);
        foreach (var package in Directory.GetFiles(directory["feed"], "*.nupkg"))
        {
            File.Copy(package, Path.Combine(feed.Companions, Path.GetFileName(package)), overwrite: true);
        }

        using var consumer = await Consumer.CreateAsync(feed, Program, "TypedExec", "TypedExec.Testing");
        var build = await consumer.BuildAsync();
        Assert.True(build.ExitCode == 0, build.Stdout);
        Assert.Equal("clean\n", await consumer.OutputAsync());
    }

    private Task PackAsync(string name, TempDirectory directory) => feed.PackAsync(Path.Combine(Repository.Root, "Runtime", name), directory["feed"]);
}
