using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>Count requires an <c>int</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CountNeedsIntAnalyzer() : PropertyAnalyzer(Rules.CountNeedsInt)
{
    private protected override void Check(SymbolAnalysisContext context, IPropertySymbol property, AttributeData attribute)
    {
        if (PropertyAttribute.Of(property) is { Details.IsCount: true }
            && PropertyType.Of(property.Type, isOption: true) is { CanCount: false })
        {
            Report(context, AttributeSite.Of(attribute, "Count"), property.Name);
        }
    }
}
