using System.IO.Compression;
using System.Xml.Linq;

namespace TypedExec.Package.Tests.Support;

/// <summary>The package, packed once for all tests into a folder that NuGet can restore from.</summary>
public sealed class Feed : IAsyncLifetime
{
    private readonly TempDirectory _directory = new();

    /// <summary>The folder with the packages.</summary>
    public string Folder => _directory["feed"];

    /// <summary>A folder for the packages beside it, which a test may add.</summary>
    public string Companions => _directory["companions"];

    /// <summary>The path of the package.</summary>
    public string Package => Directory.GetFiles(Folder, "*.nupkg").Single();

    /// <summary>The path of the package of symbols.</summary>
    public string Symbols => Directory.GetFiles(Folder, "*.snupkg").Single();

    /// <summary>The package's version.</summary>
    public string Version => Metadata("version");

    /// <summary>The manifest, <c>TypedExec.nuspec</c>.</summary>
    public XElement Manifest { get; private set; } = new("none");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Companions);
        await PackAsync(Folder);
        Manifest = XElement.Parse(Read("TypedExec.nuspec"));
    }

    public ValueTask DisposeAsync()
    {
        _directory.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Packs from scratch, as continuous integration does, into a folder.</summary>
    public async Task PackAsync(string folder)
    {
        // Always at the same place, as generated files are named in the symbols.
        var artifacts = _directory["artifacts"];
        if (Directory.Exists(artifacts))
        {
            Directory.Delete(artifacts, recursive: true);
        }

        await PackAsync(Repository.PackageProject, folder);
    }

    /// <summary>Packs one more project, on what is built already.</summary>
    public Task PackAsync(string project, string folder) => new Dotnet.Pack
    {
        Project = project,
        ArtifactsPath = _directory["artifacts"],
        Output = folder,
        Properties = new Dictionary<string, string> { ["ContinuousIntegrationBuild"] = "true" },
    }.OutputAsync();

    /// <summary>The text of one of the package's files.</summary>
    public string Read(string entry)
    {
        using var package = ZipFile.OpenRead(Package);
        using var reader = new StreamReader(package.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The text of one of the manifest's elements.</summary>
    public string Metadata(string name) => Manifest.Descendants(Manifest.Name.Namespace + name).Single().Value;
}
