using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>A user's member can't have the name of a generated one unless it replaces it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameClashAnalyzer() : CommandClassAnalyzer(Rules.NameClash)
{
    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        foreach (var clash in DeclaredMembers.Of(type).Clashes)
        {
            // A nested command class with such a name is reported by the class around it.
            if (ReferenceEquals(clash, type) && CommandClass.Is(type.ContainingType))
            {
                continue;
            }

            var other = clash is INamedTypeSymbol ? clash.Name + "Command" : clash.Name.TrimStart('s', '_') + "Value";
            Report(context, clash.Locations[0], clash.Name, type.Name, other);
        }
    }
}
