using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;
using TypedExec.Generator.Specifications.Declared;

namespace TypedExec.Generator.Analyzers;

/// <summary>A list has the last position.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ListNotLastAnalyzer() : CommandClassAnalyzer(Rules.ListNotLast)
{
    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        // There the positions are among those of the specification.
        if (SpecifiedCommandParser.IsSpecified(type))
        {
            return;
        }

        var positionals = Positionals.Of(type);
        for (var i = 0; i < positionals.Count - 1; i++)
        {
            var property = positionals[i].Property;
            if (PropertyType.Of(property.Type, isOption: false) is { IsList: true })
            {
                Report(context, property.Locations[0], property.Name, positionals[positionals.Count - 1].Property.Name);
            }
        }
    }
}
