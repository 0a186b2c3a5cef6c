using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>Negation requires a <c>bool?</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NegationNeedsNullableBoolAnalyzer() : PropertyAnalyzer(Rules.NegationNeedsNullableBool)
{
    private protected override void Check(SymbolAnalysisContext context, IPropertySymbol property, AttributeData attribute)
    {
        if (PropertyAttribute.Of(property) is { Negation: not null }
            && PropertyType.Of(property.Type, isOption: true) is { Shape: not MemberShape.NegatableFlag })
        {
            Report(context, AttributeSite.Of(attribute, "Negation"), property.Name);
        }
    }
}
