using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>Neither a command class nor a type around it can be generic.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GenericCommandAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.GenericCommand)
{
    private protected override bool HoldsForInterfaces => true;

    private protected override bool HoldsForGroups => true;

    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (CommandClass.Generic(type) is { } generic)
        {
            Report(context, type.Locations[0], type.Name, generic.Name);
        }
    }
}
