using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>A class can't be both a command and a subcommand.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CommandAndSubcommandAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.CommandAndSubcommand)
{
    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (KnownAttributes.Find(type, KnownAttributes.Command) is not null
            && KnownAttributes.Find(type, KnownAttributes.Subcommand) is { } attribute)
        {
            Report(context, AttributeSite.Whole(attribute), type.Name);
        }
    }
}
