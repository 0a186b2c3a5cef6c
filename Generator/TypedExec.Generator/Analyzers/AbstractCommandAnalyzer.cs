using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>A command class must not be abstract.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AbstractCommandAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.AbstractCommand)
{
    private protected override bool HoldsForGroups => true;

    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (CommandClass.IsAbstract(type))
        {
            Report(context, type.Locations[0], type.Name);
        }
    }
}
