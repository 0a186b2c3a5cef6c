using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>A flag has no value, and so no separator before one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlagSeparatorAnalyzer() : PropertyAnalyzer(DiagnosticDescriptors.FlagSeparator)
{
    private protected override void Check(SymbolAnalysisContext context, IPropertySymbol property, AttributeData attribute)
    {
        if (PropertyAttribute.Parse(property) is { IsOption: true, Separator: not " ", Converter: null } option
            && PropertyType.From(property.Type, option) is { Shape: MemberShape.Flag or MemberShape.NegatableFlag })
        {
            Report(context, AttributeSite.Find(attribute, "Separator"), property.Name);
        }
    }
}
