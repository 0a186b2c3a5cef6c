using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>A subcommand must be nested in a command.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SubcommandOutsideCommandAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.SubcommandOutsideCommand)
{
    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (KnownAttributes.Find(type, KnownAttributes.Subcommand) is { } attribute
            && KnownAttributes.Find(type, KnownAttributes.Command) is null
            && !CommandClass.Is(type.ContainingType))
        {
            Report(context, AttributeSite.Whole(attribute), type.Name);
        }
    }
}
