using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>Generated code must be able to read and set an option.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PropertyNotSettableAnalyzer() : PropertyAnalyzer(DiagnosticDescriptors.PropertyNotSettable)
{
    private protected override void Check(SymbolAnalysisContext context, IPropertySymbol property, AttributeData attribute)
    {
        // The implementation of an option set's interface is settable, whatever the interface declares.
        if (!PropertyParser.IsUsable(property) && property is not { ContainingType.TypeKind: TypeKind.Interface, IsStatic: false, GetMethod: not null })
        {
            Report(context, property.Locations[0], property.Name);
        }
    }
}
