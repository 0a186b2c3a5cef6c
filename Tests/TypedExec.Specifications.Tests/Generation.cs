using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using TypedExec.Generator;
using Xunit;

namespace TypedExec.Specifications.Tests;

/// <summary>Runs the generator in memory for a consumer with the strictest settings.</summary>
internal static class Generation
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly MetadataReference[] References
        = [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(CommandAttribute).Assembly.Location)];

    /// <summary>A compilation of these sources.</summary>
    public static CSharpCompilation Compilation(params string[] sources) => CSharpCompilation.Create(
        "Consumer",
        sources.Select(static (source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"/project/Source{index}.cs")),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));

    /// <summary>A driver that remembers what each step did.</summary>
    public static GeneratorDriver Driver(params AdditionalText[] files) => CSharpGeneratorDriver.Create(
        [new CommandGenerator().AsSourceGenerator()],
        files,
        ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Returns a documented class for one specification, <c>tool.json</c>, with these members of its own.</summary>
    public static string Tool(string members = "")
        => "using TypedExec; using System.Collections.Generic; namespace Demo; /// <summary>A tool.</summary>\n[Command(\"tool\", Specification = \"tool.json\")] public partial class Tool {\n" + members + "\n}";

    /// <summary>Generates the class for a specification and compiles it; every error and warning is a failure.</summary>
    public static CSharpCompilation Compile(string specification, string members = "")
    {
        var updated = Run(specification, members, out var result);
        Assert.Null(result.Exception);
        var problems = updated.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Take(10).ToArray();
        if (problems.Length > 0)
        {
            Assert.Fail(string.Join('\n', problems.Select(Describe)) + "\n\n" + specification);
        }

        return updated;
    }

    public static CSharpCompilation Run(string specification, string members, out GeneratorRunResult result)
    {
        var driver = Driver(new SpecificationText("/project/tool.json", specification))
            .RunGeneratorsAndUpdateCompilation(Compilation(Tool(members)), out var updated, out _);
        result = driver.GetRunResult().Results.Single();
        return (CSharpCompilation)updated;
    }

    /// <summary>The class <c>Tool</c> of a specification, loaded.</summary>
    public static Type Load(string specification, string members = "")
    {
        using var image = new MemoryStream();
        Assert.True(Compile(specification, members).Emit(image).Success);
        return System.Reflection.Assembly.Load(image.ToArray()).GetType("Demo.Tool", throwOnError: true)!;
    }

    /// <summary>Returns a diagnostic with the line that it refers to.</summary>
    public static string Describe(Diagnostic diagnostic) => $"{diagnostic} in: {Line(diagnostic)}";

    private static string Line(Diagnostic diagnostic)
        => diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString() ?? "";
}

/// <summary>An additional file in memory.</summary>
internal sealed class SpecificationText(string path, string text) : AdditionalText
{
    private int _reads;

    public override string Path { get; } = path;

    /// <summary>Gets how often the generator has requested the text.</summary>
    public int Reads => _reads;

    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reads);
        return SourceText.From(text);
    }
}
