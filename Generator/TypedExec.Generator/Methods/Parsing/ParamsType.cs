using Microsoft.CodeAnalysis;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Methods.Parsing;

/// <summary>The types that a <c>params</c> parameter can have.</summary>
internal static class ParamsType
{
    public static bool Is(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => false,
        { Name: "Span" or "ReadOnlySpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => true,
        { TypeKind: TypeKind.Interface } => ListType.IsGenericCollection(type) && type.Name is "IEnumerable" or "IReadOnlyCollection" or "IReadOnlyList" or "ICollection" or "IList",
        _ => ListType.ItemOf(type) is not null && (type is IArrayTypeSymbol || HasBuilder(type) || CanBeFilled(type)),
    };

    private static bool HasBuilder(ITypeSymbol type)
        => type.OriginalDefinition.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "CollectionBuilderAttribute");

    private static bool CanBeFilled(ITypeSymbol type)
        => type is INamedTypeSymbol { IsAbstract: false } named
            && named.InstanceConstructors.Any(static constructor => constructor is { Parameters: [], DeclaredAccessibility: Accessibility.Public })
            && named.GetMembers("Add").OfType<IMethodSymbol>().Any(static method => method is { IsStatic: false, Parameters: [_] });
}
