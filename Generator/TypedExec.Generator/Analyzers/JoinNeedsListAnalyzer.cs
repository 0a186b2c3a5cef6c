using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>Join requires a list.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JoinNeedsListAnalyzer() : PropertyAnalyzer(Rules.JoinNeedsList)
{
    private protected override void Check(SymbolAnalysisContext context, IPropertySymbol property, AttributeData attribute)
    {
        if (PropertyAttribute.Of(property) is { IsOption: true, Join: not null }
            && PropertyType.Of(property.Type, isOption: true) is { IsList: false, Value.Kind: not ValueKind.Flags })
        {
            Report(context, AttributeSite.Of(attribute, "Join"), property.Name);
        }
    }
}
