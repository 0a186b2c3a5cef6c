using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>[Option] must have a name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlankOptionAnalyzer() : PropertyAnalyzer(DiagnosticDescriptors.BlankOption)
{
    private protected override void Check(SymbolAnalysisContext context, IPropertySymbol property, AttributeData attribute)
    {
        if (KnownAttributes.Is(attribute, KnownAttributes.Option)
            && attribute.ConstructorArguments is [{ Kind: not TypedConstantKind.Error }]
            && !KnownAttributes.IsUsable(KnownAttributes.Text(attribute)))
        {
            Report(context, AttributeSite.Find(attribute), property.Name);
        }
    }
}
