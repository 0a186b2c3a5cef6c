using Microsoft.CodeAnalysis;
using TypedExec.Generator.Methods.Model;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Methods.Parsing;

/// <summary>Determines how a text is parsed to a type.</summary>
internal static class ParserReader
{
    /// <summary>Returns null if nothing parses it: the type is a record, or has no text.</summary>
    public static ParserModel? Read(ITypeSymbol type, SharedParts shared)
    {
        var underlying = HoleReader.Underlying(type).WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        if (Kind(underlying) is not { } kind)
        {
            return null;
        }

        return new ParserModel(
            kind,
            TypeName.ReferenceTo(type),
            TypeName.ReferenceTo(underlying),
            HoleReader.IsNullable(type),
            underlying.IsValueType,
            kind == ParserKind.Enum ? shared.Field((INamedTypeSymbol)underlying) : null);
    }

    private static ParserKind? Kind(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_String)
        {
            return ParserKind.Text;
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return ParserKind.Enum;
        }

        if (type is { Name: "Version" or "Uri", ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
        {
            return type.Name == "Uri" ? ParserKind.Uri : ParserKind.Version;
        }

        foreach (var contract in type.AllInterfaces)
        {
            if (contract is { Name: "IParsable", ContainingNamespace.Name: "System" }
                && SymbolEqualityComparer.Default.Equals(contract.TypeArguments[0], type))
            {
                return ParserKind.Value;
            }
        }

        return null;
    }
}
