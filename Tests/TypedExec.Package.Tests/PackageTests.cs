using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;

namespace TypedExec.Package.Tests;

/// <summary>The contents of the package.</summary>
[Collection(nameof(BuildCollection))]
public sealed class PackageTests(Feed feed)
{
    private const string Assembly = "lib/net10.0/TypedExec.dll";

    [Fact]
    public void It_contains_only_the_runtime_and_the_analyzers()
    {
        string[] expected =
        [
            "LICENSE",
            "README.md",
            "TypedExec.nuspec",
            "analyzers/dotnet/cs/TypedExec.CodeFixes.dll",
            "analyzers/dotnet/cs/TypedExec.CommandLines.dll",
            "analyzers/dotnet/cs/TypedExec.Generator.dll",
            "icon.png",
            Assembly,
            "lib/net10.0/TypedExec.xml",
        ];
        Assert.Equal(expected, Contents(feed.Package));
    }

    [Fact]
    public void Its_symbols_are_in_a_separate_package()
        => Assert.Equal(["TypedExec.nuspec", "lib/net10.0/TypedExec.pdb"], Contents(feed.Symbols));

    [Fact]
    public void Its_symbols_match_its_assembly()
    {
        using var assembly = new PEReader(Bytes(feed.Package, Assembly));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(Bytes(feed.Symbols, "lib/net10.0/TypedExec.pdb"));
        var entry = assembly.ReadDebugDirectory().Single(static entry => entry.Type == DebugDirectoryEntryType.CodeView);
        var id = new BlobContentId(symbols.GetMetadataReader().DebugMetadataHeader!.Id);
        Assert.Equal(new BlobContentId(assembly.ReadCodeViewDebugDirectoryData(entry).Guid, entry.Stamp), id);
    }

    [Fact]
    public void Its_symbols_name_no_path_of_the_machine_that_built_it()
    {
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(Bytes(feed.Symbols, "lib/net10.0/TypedExec.pdb"));
        var reader = symbols.GetMetadataReader();
        var files = reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name));
        Assert.DoesNotContain(files, static file => file.StartsWith(Repository.Root, StringComparison.Ordinal));
    }

    [Fact]
    public void It_depends_on_nothing()
    {
        var names = Contents(feed.Package);
        Assert.DoesNotContain(feed.Manifest.Descendants(), static element => element.Name.LocalName == "dependency");
        Assert.DoesNotContain(names, static name => name.StartsWith("build", StringComparison.Ordinal));
    }

    [Fact]
    public void It_names_its_author_and_license()
    {
        Assert.Equal("TypedExec", feed.Metadata("id"));
        Assert.Equal("MIT", feed.Metadata("license"));
        Assert.Equal("icon.png", feed.Metadata("icon"));
        Assert.Equal("README.md", feed.Metadata("readme"));
        Assert.StartsWith("https://", feed.Metadata("projectUrl"), StringComparison.Ordinal);
        Assert.NotEmpty(feed.Metadata("description"));
    }

    [Fact]
    public void Links_in_its_readme_are_absolute()
    {
        var readme = feed.Read("README.md");
        Assert.StartsWith("# TypedExec", readme, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\]\((?!https://|#)", readme);
        Assert.Contains("](https://github.com/typedexec/typedexec/blob/main/docs/", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_public_member_of_it_is_documented()
    {
        using var package = ZipFile.OpenRead(feed.Package);
        using var stream = package.GetEntry("lib/net10.0/TypedExec.xml")!.Open();
        var members = System.Xml.Linq.XElement.Load(stream).Descendants("member").ToList();
        Assert.NotEmpty(members);
        Assert.All(members, static member => Assert.True(member.HasElements, (string?)member.Attribute("name")));
    }

    [Fact]
    public async Task Packing_again_gives_the_same_assemblies()
    {
        using var directory = new TempDirectory();
        await feed.PackAsync(directory.Root);
        var again = Directory.GetFiles(directory.Root, "*.nupkg").Single();
        string[] assemblies = [.. Contents(feed.Package).Where(static name => name.EndsWith(".dll", StringComparison.Ordinal))];
        Assert.Equal(
            assemblies.Select(name => Convert.ToHexString(SHA256.HashData(Bytes(feed.Package, name)))),
            assemblies.Select(name => Convert.ToHexString(SHA256.HashData(Bytes(again, name)))));
    }

    [Fact]
    public async Task It_is_the_only_package_that_packing_the_solution_creates()
    {
        var packable = new List<string>();
        var ofTheWhole = new Dictionary<string, string> { ["SolutionPath"] = "TypedExec.sln" };
        foreach (var project in Repository.Projects)
        {
            var property = await new Dotnet.MSBuild { Project = project, GetProperty = "IsPackable", Properties = ofTheWhole }.OutputAsync(Repository.Root);
            if (property.Trim() == "true")
            {
                packable.Add(project);
            }
        }

        Assert.Equal(["Runtime/TypedExec/TypedExec.csproj"], packable);
    }

    /// <summary>Returns the files of a package, except for those that its container format requires.</summary>
    private static string[] Contents(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return
        [
            .. archive.Entries.Select(static entry => entry.FullName)
                .Where(static name => name is not ("_rels/.rels" or "[Content_Types].xml") && !name.StartsWith("package/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static MemoryStream Bytes(string package, string name)
    {
        using var archive = ZipFile.OpenRead(package);
        using var stream = archive.GetEntry(name)!.Open();
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        bytes.Position = 0;
        return bytes;
    }
}
