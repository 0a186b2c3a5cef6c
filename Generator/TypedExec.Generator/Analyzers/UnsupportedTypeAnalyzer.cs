using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>The type of an option or argument must have a representation on the command line.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsupportedTypeAnalyzer() : PropertyAnalyzer(DiagnosticDescriptors.UnsupportedType)
{
    private protected override void Check(SymbolAnalysisContext context, IPropertySymbol property, AttributeData attribute)
    {
        var isOption = KnownAttributes.Is(attribute, KnownAttributes.Option);
        // The compiler reports an unknown type, and the rule against generic classes a type parameter.
        if (property.Type.TypeKind is not (TypeKind.Error or TypeKind.TypeParameter) && PropertyAttribute.Parse(property) is { Converter: null } read
            && PropertyType.From(property.Type, read) is null)
        {
            Report(
                context,
                property.Locations[0],
                property.Name,
                property.Type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat),
                isOption ? "an option" : "a positional argument",
                Advice(property.Type, isOption));
        }
    }

    private static string Advice(ITypeSymbol type, bool isOption)
        => type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
                ? "a string with the text that the program expects, such as the result of Convert.ToBase64String, or the path of a file"
            : type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ Name: "OneOrMany" } list] } && ListType.ItemOf(list) is not null
                ? "the same type without '?', which is empty by default"
            : ListType.ItemOf(type) is { SpecialType: not SpecialType.System_String } item && ListType.ItemOf(item) is not null
                ? "a list of IReadOnlyList<string> for several values after each option, or a converter"
            : $"{(isOption ? "a bool, " : "")}a string, a number, an enum, a formattable type, or a list of these, or set a Converter";
}
