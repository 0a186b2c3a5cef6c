using System.Collections.Immutable;
using System.Reflection;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator;

namespace TypedExec.Docs.Tests.Support;

/// <summary>Compiles an example as a project with the package does: with implicit usings, nullable, generators and analyzers.</summary>
/// <remarks>Pages name the library's own namespace once, if at all.</remarks>
internal static class Compiling
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    /// <summary>
    /// What an example may do: leave a variable, a function or an event unused. Also what the SDK doesn't report: that a
    /// reference was built against an older framework.
    /// </summary>
    private static readonly string[] Allowed = ["CS0219", "CS0168", "CS8321", "CS0649", "CS0169", "CS0067", "CS0414", "CS1701"];

    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using System.Text.Json.Serialization;
        global using TypedExec;
        """;

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. Net100.References.All,
        .. new[] { typeof(CommandAttribute), typeof(CliWrap.Cli), typeof(TypedExec.Testing.FakeCommands), typeof(TypedExec.Extensions.TypedExecOptions), typeof(TypedExec.Remote.Ssh),
            typeof(Microsoft.Extensions.DependencyInjection.IServiceCollection), typeof(Microsoft.Extensions.Hosting.Host), typeof(Microsoft.Extensions.Hosting.IHost),
            typeof(Microsoft.Extensions.DependencyInjection.HealthChecksBuilderAddCheckExtensions), typeof(Microsoft.Extensions.Diagnostics.HealthChecks.IHealthCheck),
            typeof(Microsoft.Extensions.Time.Testing.FakeTimeProvider), typeof(OpenTelemetry.Sdk), typeof(OpenTelemetry.Trace.TracerProvider),
            typeof(Assert), typeof(FactAttribute), typeof(Xunit.v3.IFactAttribute) }
            .Select(static type => type.Assembly.Location).Distinct()
            .Select(static file => MetadataReference.CreateFromFile(file)),
    ];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(CommandGenerator).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Returns the example with everything that is generated for it.</summary>
    public static Compilation Of(Example example)
    {
        var options = example.Block.Language is { } version && LanguageVersionFacts.TryParse(version, out var language)
            ? ParseOptions.WithLanguageVersion(language)
            : ParseOptions;
        var compilation = CSharpCompilation.Create(
            "Example",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, options), CSharpSyntaxTree.ParseText(example.Source, options)],
            References,
            new CSharpCompilationOptions(
                example.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                warningLevel: 9999));
        CSharpGeneratorDriver.Create([new CommandGenerator().AsSourceGenerator(), .. JsonGenerators()], FilesOf(example), options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        return updated;
    }

    /// <summary>Returns every error and warning of the compiler and of the package's analyzers.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> ProblemsAsync(Compilation compilation, Example example)
    {
        var diagnostics = await compilation.WithAnalyzers(Analyzers, new AnalyzerOptions(FilesOf(example))).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return
        [
            .. diagnostics
                .Where(static diagnostic => (diagnostic.Severity >= DiagnosticSeverity.Warning || diagnostic.Id.StartsWith("TEXEC", StringComparison.Ordinal)) && !Allowed.Contains(diagnostic.Id))
                .OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
    }

    /// <summary>Returns the files of the page, and as much of docker's specification as the pages use.</summary>
    private static ImmutableArray<AdditionalText> FilesOf(Example example) =>
    [
        .. example.Files.Select(static file => new PageFile(file.Name, file.Text)),
        .. example.Files.Any(static file => file.Name.EndsWith("docker.json", StringComparison.Ordinal)) || example.Block.Errors is not []
            ? []
            : (AdditionalText[])[new PageFile("docker.json", Docker)],
    ];

    private static string Docker { get; } = new Page("Tests/TypedExec.Docs.Tests/Support/docker.json").Text;

    private sealed class PageFile(string path, string text) : AdditionalText
    {
        private readonly Microsoft.CodeAnalysis.Text.SourceText _text = Microsoft.CodeAnalysis.Text.SourceText.From(text);

        public override string Path { get; } = "/" + path;

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private static IEnumerable<ISourceGenerator> JsonGenerators()
    {
        var path = typeof(Compiling).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "JsonGenerator").Value!;
        return new AnalyzerFileReference(path, Loader.Instance).GetGenerators(LanguageNames.CSharp);
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public static readonly Loader Instance = new();

        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
