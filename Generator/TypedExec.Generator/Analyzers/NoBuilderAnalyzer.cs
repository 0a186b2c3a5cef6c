using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>An option builder can make the command class.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoBuilderAnalyzer() : CommandClassAnalyzer(Rules.NoBuilder)
{
    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (type.IsStatic || !CommandClass.IsSound(type))
        {
            return;
        }

        if (!Buildability.HasParameterlessConstructor(type))
        {
            Report(context, type.Locations[0], type.Name, "it has no constructor without parameters: add one");
        }
        else if (Buildability.MissingRequiredMember(type) is { } member)
        {
            Report(
                context,
                type.Locations[0],
                type.Name,
                $"its required member '{member.Name}' is no option or argument of it: give it [Option] or [Argument], or make it optional");
        }
    }
}
