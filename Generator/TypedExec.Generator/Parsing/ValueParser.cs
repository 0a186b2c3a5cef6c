using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>Determines how a type's values become text.</summary>
internal static class ValueParser
{
    // One instance each, because models are compared, and kept, by the thousand.
    private static readonly ValueModel Text = new(ValueKind.String, ValueNullability.Reference);
    private static readonly ValueModel Number = new(ValueKind.Formattable, ValueNullability.Never);

    /// <summary>Returns null if the type's values have no text that a program would understand.</summary>
    public static ValueModel? Parse(ITypeSymbol type)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_String:
                return Text;
            case SpecialType.System_Boolean or SpecialType.System_Object or SpecialType.System_Void:
                return null;
            case >= SpecialType.System_Char and <= SpecialType.System_Double or SpecialType.System_DateTime:
                return Number;
        }

        if (type is not INamedTypeSymbol { TypeKind: not TypeKind.Error } named)
        {
            return null;
        }

        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return Parse(named.TypeArguments[0]) is { Nullable: ValueNullability.Never } value
                ? new ValueModel(value.Kind, ValueNullability.NullableValue)
                : null;
        }

        return Kind(named) is { } kind
            ? new ValueModel(kind, named.IsValueType ? ValueNullability.Never : ValueNullability.Reference)
            : null;
    }

    private static ValueKind? Kind(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
        {
            return EnumParser.IsFlags(type) ? ValueKind.Flags : ValueKind.Enum;
        }

        switch (type.Name)
        {
            case "Uri" when IsIn(type, "System"):
                return ValueKind.Uri;
            case "FileInfo" or "DirectoryInfo" or "FileSystemInfo" when IsIn(type, "IO"):
                return ValueKind.ToText;
            case "IFormattable" when IsIn(type, "System"):
                return ValueKind.Formattable;
        }

        ValueKind? kind = null;
        foreach (var contract in type.AllInterfaces)
        {
            if (contract.Name == "IFormattable" && IsIn(contract, "System"))
            {
                return ValueKind.Formattable;
            }

            if (contract.Name == "IParsable" && IsIn(contract, "System"))
            {
                kind = ValueKind.ToText;
            }
        }

        return kind;
    }

    private static bool IsIn(INamedTypeSymbol type, string @namespace)
        => type.ContainingType is null
            && type.ContainingNamespace.Name == @namespace
            && (@namespace == "System"
                ? type.ContainingNamespace.ContainingNamespace.IsGlobalNamespace
                : type.ContainingNamespace.ContainingNamespace.Name == "System");
}
