using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>[Messages] is meaningful only on a command that forks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MessagesNeedForkAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.MessagesNeedFork)
{
    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (KnownAttributes.Find(type, KnownAttributes.Messages) is { } messages
            && Parsing.CommandLineParser.Parse(type) is not { Fork: true })
        {
            Report(context, AttributeSite.Whole(messages), type.Name);
        }
    }
}
