using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedExec.Generator.Parsing;
using TypedExec.Generator.Specifications;
using TypedExec.Generator.Specifications.Declared;
using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Reading;

namespace TypedExec.Generator.Analyzers;

/// <summary>
/// The rules for the file that [Command(Specification = …)] names: it exists, only one file has that name, and it is a
/// specification. Mistakes in the file are reported at their position there.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpecificationAnalyzer : DiagnosticAnalyzer
{
    // Read once for all classes and, in an editor, once for all analyses of the same text.
    private static readonly ConditionalWeakTable<SourceText, SpecificationReading> Readings = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DiagnosticDescriptors.SpecificationMissing,
        DiagnosticDescriptors.SpecificationAmbiguous,
        DiagnosticDescriptors.SpecificationNoJson,
        DiagnosticDescriptors.SpecificationWrong,
        DiagnosticDescriptors.SpecificationTooLarge,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Check, SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (SpecifiedClass.SpecificationOf(type) is not { } specification
            || KnownAttributes.Find(type, KnownAttributes.Command) is not { ApplicationSyntaxReference: { } reference } attribute)
        {
            return;
        }

        var site = AttributeSite.Find(attribute, SpecifiedClass.Setting);
        var files = context.Options.AdditionalFiles;
        var found = SpecificationPath.Find(
            files.Select(static file => SpecificationFile.Slashes(file.Path)),
            specification,
            SpecifiedCommandParser.DirectoryOf(reference.SyntaxTree.FilePath));
        if (found.Count > 1)
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.SpecificationAmbiguous, site, specification, string.Join(", ", found)));
            return;
        }

        var text = found.Count == 0
            ? null
            : files.First(file => SpecificationFile.Slashes(file.Path) == found[0]).GetText(context.CancellationToken);
        if (text is null)
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.SpecificationMissing, site, specification, Advice(specification)));
            return;
        }

        var reading = Readings.GetValue(text, static text => SpecificationReader.Read(text.ToString()));
        foreach (var mistake in reading.Mistakes)
        {
            var span = new TextSpan(mistake.Start, mistake.Length);
            context.ReportDiagnostic(Diagnostic.Create(
                RuleOf(mistake.Kind), Location.Create(found[0], span, text.Lines.GetLinePositionSpan(span)), mistake.Message));
        }
    }

    private static string Advice(string specification) => string.IsNullOrWhiteSpace(specification)
        ? "specify one of them, or remove Specification"
        : specification.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        ? $"add <AdditionalFiles Include=\"{specification}\" /> to the project, or correct the name"
        : $"add the package TypedExec.Specifications or <AdditionalFiles Include=\"{specification}.json\" /> to the project, or correct the name";

    private static DiagnosticDescriptor RuleOf(MistakeKind kind) => kind switch
    {
        MistakeKind.Json => DiagnosticDescriptors.SpecificationNoJson,
        MistakeKind.Limit => DiagnosticDescriptors.SpecificationTooLarge,
        _ => DiagnosticDescriptors.SpecificationWrong,
    };
}
