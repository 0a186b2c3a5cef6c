using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>Which methods have [Run].</summary>
internal static class RunMethods
{
    /// <summary>The [Run] methods that are declared in the type.</summary>
    public static IEnumerable<IMethodSymbol> Of(INamedTypeSymbol type)
        => type.GetMembers().OfType<IMethodSymbol>().Where(static method => Is(method));

    /// <summary>Whether the method has [Run] and is the declaration of the user, not its generated part.</summary>
    public static bool Is(IMethodSymbol method)
        => method.PartialDefinitionPart is null && KnownAttributes.Find(method, KnownAttributes.Run) is not null;

    /// <summary>Whether an instance method is declared, so that the instance's options must be rendered for it.</summary>
    public static bool AreOnInstance(INamedTypeSymbol type)
        => type.TypeKind == TypeKind.Class && !type.IsStatic && Of(type).Any(static method => !method.IsStatic);
}
