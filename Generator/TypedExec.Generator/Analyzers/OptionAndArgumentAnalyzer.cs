using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>A property can't be both an option and an argument.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionAndArgumentAnalyzer() : PropertyAnalyzer(DiagnosticDescriptors.OptionAndArgument)
{
    private protected override void Check(SymbolAnalysisContext context, IPropertySymbol property, AttributeData attribute)
    {
        if (KnownAttributes.Is(attribute, KnownAttributes.Argument) && KnownAttributes.Find(property, KnownAttributes.Option) is not null)
        {
            Report(context, property.Locations[0], property.Name);
        }
    }
}
