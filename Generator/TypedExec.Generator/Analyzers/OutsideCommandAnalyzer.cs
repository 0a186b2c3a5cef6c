using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>[Option] and [Argument] require a command class.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutsideCommandAnalyzer() : PropertyAnalyzer(DiagnosticDescriptors.OutsideCommand)
{
    private protected override void Check(SymbolAnalysisContext context, IPropertySymbol property, AttributeData attribute)
    {
        if (!CommandClass.Is(property.ContainingType)
            && !MemberCollector.IsSet(property.ContainingType)
            && KnownAttributes.Find(property.ContainingType, KnownAttributes.OptionGroup) is null)
        {
            Report(context, AttributeSite.Whole(attribute), property.Name, AttributeSite.Name(attribute), property.ContainingType.Name);
        }
    }
}
