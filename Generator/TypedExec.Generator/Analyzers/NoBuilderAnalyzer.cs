using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>An option builder must be able to create the command class.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoBuilderAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.NoBuilder)
{
    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (type.IsStatic || !CommandClass.IsSound(type))
        {
            return;
        }

        if (!Buildability.HasParameterlessConstructor(type))
        {
            Report(context, type.Locations[0], type.Name, "it has no parameterless constructor: add one");
        }
        else if (Buildability.MissingRequiredMember(type) is { } member)
        {
            Report(
                context,
                type.Locations[0],
                type.Name,
                $"its required member '{member.Name}' isn't an option or argument: add [Option] or [Argument], or make it optional");
        }
    }
}
