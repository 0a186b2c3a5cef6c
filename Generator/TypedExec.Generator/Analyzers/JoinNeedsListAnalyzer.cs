using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>Join requires a list.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JoinNeedsListAnalyzer() : PropertyAnalyzer(DiagnosticDescriptors.JoinNeedsList)
{
    private protected override void Check(SymbolAnalysisContext context, IPropertySymbol property, AttributeData attribute)
    {
        if (PropertyAttribute.Parse(property) is { IsOption: true, Join: not null }
            && PropertyType.Parse(property.Type, isOption: true) is { IsList: false, Value.Kind: not ValueKind.Flags })
        {
            Report(context, AttributeSite.Find(attribute, "Join"), property.Name);
        }
    }
}
