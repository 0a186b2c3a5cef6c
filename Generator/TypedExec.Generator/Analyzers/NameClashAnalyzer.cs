using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>A user's member can't have the name of a generated one unless it replaces it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameClashAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.NameClash)
{
    /// <summary>The name that a fix gives the member.</summary>
    internal const string FreeName = "FreeName";

    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        foreach (var clash in UserMembers.Find(type).Clashes)
        {
            // A nested command class with such a name is reported by the class around it.
            if (ReferenceEquals(clash, type) && CommandClass.Is(type.ContainingType))
            {
                continue;
            }

            var other = clash is INamedTypeSymbol ? clash.Name + "Command" : clash.Name.TrimStart('s', '_') + "Value";
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.NameClash,
                clash.Locations[0],
                ImmutableDictionary<string, string?>.Empty.Add(FreeName, other),
                clash.Name,
                type.Name,
                other));
        }
    }
}
