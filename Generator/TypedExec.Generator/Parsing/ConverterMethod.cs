using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>Finds the <c>static string? ToText(T value)</c> of a converter.</summary>
internal static class ConverterMethod
{
    /// <summary>Returns whether the converter returns the text of values of this type.</summary>
    public static bool Converts(INamedTypeSymbol converter, ITypeSymbol type)
    {
        var value = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        var all = converter.GetMembers("ToText").OfType<IMethodSymbol>().ToArray();
        var methods = all.Where(method => method is
            {
                IsStatic: true,
                DeclaredAccessibility: not (Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal),
                TypeParameters.IsEmpty: true,
                ReturnType.SpecialType: SpecialType.System_String,
                Parameters: [{ RefKind: RefKind.None } parameter],
            }
            && Takes(parameter.Type, value)).ToArray();

        // Until one of two methods of the same type is removed, a call is ambiguous.
        return methods.Length > 0
            && methods.All(method => all.Count(other => other.Parameters is [{ } parameter]
                && SymbolEqualityComparer.Default.Equals(parameter.Type, method.Parameters[0].Type)) == 1);
    }

    public static ValueModel ValueOf(ITypeSymbol type) => new(
        ValueKind.Converted,
        type.IsReferenceType ? ValueNullability.Reference
            : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? ValueNullability.NullableValue
            : ValueNullability.Never);

    private static bool Takes(ITypeSymbol parameter, ITypeSymbol value)
    {
        if (SymbolEqualityComparer.Default.Equals(parameter, value)
            || (parameter is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
                && SymbolEqualityComparer.Default.Equals(nullable.TypeArguments[0], value)))
        {
            return true;
        }

        if (!value.IsReferenceType)
        {
            return false;
        }

        for (var current = value.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(parameter, current))
            {
                return true;
            }
        }

        return value.AllInterfaces.Any(contract => SymbolEqualityComparer.Default.Equals(parameter, contract));
    }
}
