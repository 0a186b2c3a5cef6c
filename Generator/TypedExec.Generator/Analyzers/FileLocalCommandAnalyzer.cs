using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>A command class must be visible outside its file.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FileLocalCommandAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.FileLocalCommand)
{
    private protected override bool HoldsForInterfaces => true;

    private protected override bool HoldsForGroups => true;

    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        // Types nested in a file-local type aren't accessible either; the outer command class is reported as such.
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal && (ReferenceEquals(current, type) || !CommandClass.Is(current)))
            {
                Report(context, current.Locations[0], current.Name);
            }
        }
    }
}
