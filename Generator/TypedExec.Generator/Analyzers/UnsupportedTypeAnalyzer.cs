using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>The type of an option or argument has a form on the command line.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsupportedTypeAnalyzer() : PropertyAnalyzer(Rules.UnsupportedType)
{
    private protected override void Check(SymbolAnalysisContext context, IPropertySymbol property, AttributeData attribute)
    {
        var isOption = KnownAttributes.Is(attribute, KnownAttributes.Option);
        // An unknown type is the compiler's to report, and a type parameter the rule against generic classes'.
        if (property.Type.TypeKind is not (TypeKind.Error or TypeKind.TypeParameter) && PropertyType.Of(property.Type, isOption) is null)
        {
            Report(
                context,
                property.Locations[0],
                property.Name,
                property.Type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat),
                isOption ? "an option" : "a positional argument",
                (isOption ? "a bool, " : "") + "a string, a number, an enum, a formattable type, or a list of these");
        }
    }
}
