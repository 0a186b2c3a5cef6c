using System.IO.Compression;
using System.Xml.Linq;

namespace TypedExec.Package.Tests.Support;

/// <summary>The package, packed once for all tests into a folder that NuGet can restore from.</summary>
public sealed class Feed : IAsyncLifetime
{
    private readonly TempDirectory _directory = new();

    /// <summary>Gets the folder with the packages.</summary>
    public string Folder => _directory["feed"];

    /// <summary>Gets a folder for the additional packages, which a test may add.</summary>
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

    /// <summary>Packs from scratch into a folder, as continuous integration does.</summary>
    public async Task PackAsync(string folder)
    {
        // Always in the same place, because the symbols contain the names of generated files.
        var artifacts = _directory["artifacts"];
        if (Directory.Exists(artifacts))
        {
            Directory.Delete(artifacts, recursive: true);
        }

        await PackAsync(Repository.PackageProject, folder);
    }

    /// <summary>Packs another project, using what is already built.</summary>
    public Task PackAsync(string project, string folder) => new Dotnet.Pack
    {
        Project = project,
        ArtifactsPath = _directory["artifacts"],
        Output = folder,
        Properties = new Dictionary<string, string> { ["ContinuousIntegrationBuild"] = "true" },
    }.OutputAsync();

    /// <summary>Returns the text of one of the package's files.</summary>
    public string Read(string entry)
    {
        using var package = ZipFile.OpenRead(Package);
        using var reader = new StreamReader(package.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>Returns the text of one of the manifest's elements.</summary>
    public string Metadata(string name) => Manifest.Descendants(Manifest.Name.Namespace + name).Single().Value;
}
