using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>The types around a command class must be partial.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContainingTypeNotPartialAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.ContainingTypeNotPartial)
{
    private protected override bool HoldsForInterfaces => true;

    private protected override bool HoldsForGroups => true;

    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        // An outer command class is reported as such.
        for (var outer = type.ContainingType; outer is not null && !CommandClass.Is(outer); outer = outer.ContainingType)
        {
            if (!CommandClass.IsPartial(outer))
            {
                Report(context, outer.Locations[0], outer.Name, type.Name);
            }
        }
    }
}
