using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>Count requires an <c>int</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CountNeedsIntAnalyzer() : PropertyAnalyzer(DiagnosticDescriptors.CountNeedsInt)
{
    private protected override void Check(SymbolAnalysisContext context, IPropertySymbol property, AttributeData attribute)
    {
        if (PropertyAttribute.Parse(property) is { Details.IsCount: true }
            && PropertyType.Parse(property.Type, isOption: true) is { CanCount: false })
        {
            Report(context, AttributeSite.Find(attribute, "Count"), property.Name);
        }
    }
}
