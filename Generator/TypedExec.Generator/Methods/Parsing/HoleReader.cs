using Microsoft.CodeAnalysis;
using TypedExec.Generator.Methods.Model;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Methods.Parsing;

/// <summary>Determines how a parameter becomes text.</summary>
internal static class HoleReader
{
    /// <summary>Returns null if its type can't be rendered on a command line.</summary>
    public static HoleModel? Read(IParameterSymbol parameter, HoleSettings settings, SharedParts shared, Func<string, string> freeName)
    {
        var type = parameter.Type;
        var isNullable = IsNullable(type);
        var underlying = Underlying(type);
        if (underlying.SpecialType == SpecialType.System_Boolean)
        {
            return Create(HoleShape.Truth, null, null, null, ListEmptiness.Count);
        }

        if (ValueParser.Parse(type) is { } value)
        {
            return Create(HoleShape.Value, value, EnumField(type), null, ListEmptiness.Count);
        }

        // The key of a pair would need a separator, which can't be specified.
        if (IsBytes(type)
            || PropertyType.Parse(type, isOption: false) is not { Shape: MemberShape.List, Key: null, ItemType: { } item } list)
        {
            return null;
        }

        return Create(HoleShape.List, list.Value, EnumField(item), TypeName.ReferenceTo(item), EmptinessOf(type));

        string? EnumField(ITypeSymbol of) => Underlying(of) is INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum ? shared.Field(@enum) : null;

        HoleModel Create(HoleShape shape, ValueModel? by, string? enumField, string? itemType, ListEmptiness emptiness) => new(
            parameter.Name,
            TypeName.Escape(parameter.Name),
            shape,
            by,
            enumField,
            itemType,
            emptiness,
            isNullable,
            settings.AllowLeadingDash,
            settings.Secret,
            settings.Join,
            settings.Format,
            freeName(parameter.Name + (settings.Join is null ? "Items" : "Text")));
    }

    public static bool IsBytes(ITypeSymbol type) => type is IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte };

    /// <summary>Returns whether the type allows null according to its annotation.</summary>
    public static bool IsNullable(ITypeSymbol type)
        => type.NullableAnnotation == NullableAnnotation.Annotated || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>Returns the type without <c>Nullable&lt;T&gt;</c>.</summary>
    public static ITypeSymbol Underlying(ITypeSymbol type)
        => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static ListEmptiness EmptinessOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol => ListEmptiness.Length,
        INamedTypeSymbol { Name: "ImmutableArray", IsValueType: true } => ListEmptiness.CopiedImmutable,
        { IsValueType: true } => ListEmptiness.CopiedStruct,
        { Name: "IReadOnlyList" or "IReadOnlyCollection" or "IList" or "ICollection" or "List" }
            when NamespaceName.Is(type.ContainingNamespace, "System.Collections.Generic") => ListEmptiness.Count,
        _ => ListEmptiness.Copied,
    };
}
