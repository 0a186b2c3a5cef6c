using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>
/// Compilations of a consumer with the strictest settings: nullable on, all warnings on, documentation required.
/// </summary>
internal static class Compilations
{
    public static readonly CSharpParseOptions ParseOptions
        = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly MetadataReference Runtime = MetadataReference.CreateFromFile(typeof(CommandAttribute).Assembly.Location);

    public static readonly IReadOnlyList<MetadataReference> References = [.. Net100.References.All, Runtime];

    public static CSharpCompilation Of(params string[] sources) => CSharpCompilation.Create(
        "Consumer",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"Source{index}.cs")),
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999));

    /// <summary>A driver that remembers what each step did.</summary>
    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new CommandGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Returns the compilation with the generated files.</summary>
    public static CSharpCompilation Generate(CSharpCompilation compilation, out GeneratorRunResult result, params AdditionalText[] files)
    {
        var driver = Driver().AddAdditionalTexts([.. files]).RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        result = driver.GetRunResult().Results.Single();
        return (CSharpCompilation)updated;
    }

    /// <summary>Returns warnings and errors, including a failure of the generator.</summary>
    public static IReadOnlyList<Diagnostic> Problems(CSharpCompilation updated, GeneratorRunResult result) =>
    [
        .. result.Diagnostics,
        .. updated.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning),
    ];

    public static void AssertNoProblems(CSharpCompilation updated, GeneratorRunResult result)
    {
        var problems = Problems(updated, result);
        if (problems.Count > 0)
        {
            Assert.Fail(string.Join('\n', problems) + "\n\n" + string.Join('\n', result.GeneratedSources.Select(static source => source.SourceText)));
        }
    }
}
