using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>PreferShort requires a short name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PreferShortNeedsShortAnalyzer() : PropertyAnalyzer(DiagnosticDescriptors.PreferShortNeedsShort)
{
    private protected override void Check(SymbolAnalysisContext context, IPropertySymbol property, AttributeData attribute)
    {
        if (PropertyAttribute.Parse(property) is { IsOption: true, PreferShort: true, Short: null })
        {
            Report(context, AttributeSite.Find(attribute, "PreferShort"), property.Name);
        }
    }
}
