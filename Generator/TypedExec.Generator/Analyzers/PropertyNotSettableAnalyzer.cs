using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>Generated code can read an option and set it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PropertyNotSettableAnalyzer() : PropertyAnalyzer(Rules.PropertyNotSettable)
{
    private protected override void Check(SymbolAnalysisContext context, IPropertySymbol property, AttributeData attribute)
    {
        if (!PropertyParser.IsUsable(property))
        {
            Report(context, property.Locations[0], property.Name);
        }
    }
}
