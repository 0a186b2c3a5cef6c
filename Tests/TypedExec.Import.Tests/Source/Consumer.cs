using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedExec.Generator;

namespace TypedExec.Import.Tests.Source;

/// <summary>A project that uses TypedExec, compiled in memory with the generator and its analyzers.</summary>
internal static class Consumer
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly MetadataReference[] References
        = [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(CommandAttribute).Assembly.Location)];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(CommandGenerator).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Compiles, and fails for any error or warning.</summary>
    /// <param name="sources">Sources, with the implicit usings of the SDK.</param>
    /// <param name="specification">An additional file; null for none.</param>
    /// <returns>The assembly.</returns>
    public static async Task<Assembly> CompileAsync(IEnumerable<string> sources, (string Path, string Text)? specification = null)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var compilation = CSharpCompilation.Create(
            "Consumer",
            [
                CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.Linq;", ParseOptions, cancellationToken: cancellationToken),
                .. sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"/project/Source{index}.cs", cancellationToken: cancellationToken)),
            ],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));
        AdditionalText[] files = specification is { } file ? [new MemoryFile(file.Path, file.Text)] : [];
        CSharpGeneratorDriver.Create([new CommandGenerator().AsSourceGenerator()], files, ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _, cancellationToken);

        var analyzed = updated.WithAnalyzers(Analyzers, new AnalyzerOptions([.. files]));
        var problems = (await analyzed.GetAllDiagnosticsAsync(cancellationToken)).Where(problem => problem.Severity >= DiagnosticSeverity.Warning).Take(10).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));

        using var image = new MemoryStream();
        Assert.True(updated.Emit(image, cancellationToken: cancellationToken).Success);
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }

    private sealed class MemoryFile(string path, string text) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
