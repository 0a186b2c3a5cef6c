namespace TypedExec.Package.Tests.Support;

/// <summary>
/// A project of somebody who found the package: created by <c>dotnet new console</c>, outside of this repository, with the
/// package's folder as its only source and the strictest settings.
/// </summary>
internal sealed class Consumer : IDisposable
{
    private static readonly Dictionary<string, string> Strict = new()
    {
        ["TreatWarningsAsErrors"] = "true",
        ["GenerateDocumentationFile"] = "true",
        ["AnalysisMode"] = "All",
    };

    private readonly TempDirectory _directory = new();

    private Consumer()
    {
    }

    /// <summary>The project's source.</summary>
    public string Program
    {
        get => File.ReadAllText(_directory["Program.cs"]);
        set => File.WriteAllText(_directory["Program.cs"], value);
    }

    /// <summary>A project with the package, or with others that bring it along.</summary>
    public static async Task<Consumer> CreateAsync(Feed feed, string program, params string[] packages)
    {
        var consumer = new Consumer();
        await new Dotnet.NewConsole { Name = "Consumer", Output = ".", NoRestore = true }.OutputAsync(consumer._directory.Root);

        NuGetConfiguration.Write(consumer._directory.Root, feed);
        foreach (var package in packages is [] ? ["TypedExec"] : packages)
        {
            await new Dotnet.AddPackage { Package = package, Version = feed.Version }.OutputAsync(consumer._directory.Root);
        }

        consumer.Program = program;
        return consumer;
    }

    /// <summary>Adds a file to the project.</summary>
    public void Add(string file, string text) => File.WriteAllText(_directory[file], text);

    public Task<ExecResult> BuildAsync() => new Dotnet.Build { Properties = Strict }.TryRunAsync(_directory.Root);

    /// <summary>Runs the build output and returns what it printed.</summary>
    public Task<string> OutputAsync() => new BuiltConsumer().OutputAsync(_directory["bin/Debug/net10.0"]);

    /// <summary>Applies the code fixes for a diagnostic, as an editor would.</summary>
    public Task FixAsync(string diagnostic)
        => new Dotnet.FormatAnalyzers { NoRestore = true, Severity = "error", Diagnostics = diagnostic }.OutputAsync(_directory.Root);

    public void Dispose() => _directory.Dispose();
}

/// <summary>The consumer's program.</summary>
[Command("./Consumer")]
internal sealed partial class BuiltConsumer;
