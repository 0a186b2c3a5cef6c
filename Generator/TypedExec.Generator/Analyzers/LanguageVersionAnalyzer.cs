using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>The project's language version must support the generated code. Reported once, at the first command class.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LanguageVersionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticDescriptors.LanguageTooOld];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation is not CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp13 } compilation)
            {
                return;
            }

            var commands = new ConcurrentBag<Location>();
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (CommandClass.Is((INamedTypeSymbol)symbol.Symbol))
                    {
                        commands.Add(symbol.Symbol.Locations[0]);
                    }
                },
                SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                var first = commands
                    .OrderBy(static location => location.SourceTree?.FilePath, StringComparer.Ordinal)
                    .ThenBy(static location => location.SourceSpan.Start)
                    .FirstOrDefault();
                if (first is not null)
                {
                    end.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.LanguageTooOld, first, compilation.LanguageVersion.ToDisplayString()));
                }
            });
        });
    }
}
