using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedExec.Benchmarks.GeneratorScale;

/// <summary>A generator with the classes that it gets: one class per file, ten members per class.</summary>
internal sealed record Contender(string Name, IReadOnlyList<ISourceGenerator> Generators, MetadataReference Attributes, Func<int, string> Class)
{
    public static Contender TypedExec { get; } = new(
        "TypedExec",
        [new Generator.CommandGenerator().AsSourceGenerator()],
        MetadataReference.CreateFromFile(typeof(CommandAttribute).Assembly.Location),
        ClassShapes.Mixed);

    public static Contender Mapperly { get; } = new(
        "Riok.Mapperly 4.3.1",
        FromPeer("Mapperly", "Riok.Mapperly.dll"),
        MetadataReference.CreateFromFile(Peer("Mapperly", "Riok.Mapperly.Abstractions.dll")),
        SourceFiles.Mapper);

    public static Contender Mvvm { get; } = new(
        "CommunityToolkit.Mvvm 8.4.2",
        FromPeer("Mvvm", "CommunityToolkit.Mvvm.SourceGenerators.dll"),
        MetadataReference.CreateFromFile(Peer("Mvvm", "CommunityToolkit.Mvvm.dll")),
        SourceFiles.ViewModel);

    /// <summary>TypedExec with each shape of class by itself.</summary>
    public static IReadOnlyList<Contender> Shapes { get; } =
        [.. ClassShapes.All.Select(static shape => TypedExec with { Name = $"TypedExec, {shape.Name}", Class = shape.Class })];

    /// <summary>One class with 100 options and 500 subcommands.</summary>
    public static Contender Large { get; } = TypedExec with { Name = "TypedExec", Class = ClassShapes.Large };

    public static Contender TypedMethods { get; } = TypedExec with { Name = "TypedExec, [Run] methods", Class = SourceFiles.Commands };

    public static Contender Refit { get; } = new(
        "Refit 16.4.0",
        FromPeer("Refit", "InterfaceStubGeneratorV2.dll"),
        MetadataReference.CreateFromFile(Peer("Refit", "Refit.dll")),
        SourceFiles.Api);

    private static IReadOnlyList<ISourceGenerator> FromPeer(string folder, string file)
        => new AnalyzerFileReference(Peer(folder, file), new Loader()).GetGenerators(LanguageNames.CSharp);

    private static string Peer(string folder, string file) => Path.Combine(AppContext.BaseDirectory, "Peers", folder, file);

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public System.Reflection.Assembly LoadFromPath(string fullPath) => System.Reflection.Assembly.LoadFrom(fullPath);
    }
}
