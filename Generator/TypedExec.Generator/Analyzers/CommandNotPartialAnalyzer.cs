using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>A command class must be partial.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CommandNotPartialAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.CommandNotPartial)
{
    private protected override bool HoldsForInterfaces => true;

    private protected override bool HoldsForGroups => true;

    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (!CommandClass.IsPartial(type))
        {
            Report(context, type.Locations[0], type.Name);
        }
    }
}
