using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>Negation requires a <c>bool?</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NegationNeedsNullableBoolAnalyzer() : PropertyAnalyzer(DiagnosticDescriptors.NegationNeedsNullableBool)
{
    private protected override void Check(SymbolAnalysisContext context, IPropertySymbol property, AttributeData attribute)
    {
        if (PropertyAttribute.Parse(property) is { Negation: not null }
            && PropertyType.Parse(property.Type, isOption: true) is { Shape: not MemberShape.NegatableFlag })
        {
            Report(context, AttributeSite.Find(attribute, "Negation"), property.Name);
        }
    }
}
