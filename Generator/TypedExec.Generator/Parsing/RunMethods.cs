using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>Finds the methods that have [Run].</summary>
internal static class RunMethods
{
    /// <summary>Returns the [Run] methods that are declared in the type.</summary>
    public static IEnumerable<IMethodSymbol> Find(INamedTypeSymbol type)
        => type.GetMembers().OfType<IMethodSymbol>().Where(static method => Is(method));

    /// <summary>Returns whether the method has [Run] and is the user's declaration, not its generated part.</summary>
    public static bool Is(IMethodSymbol method)
        => method is { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation, PartialDefinitionPart: null } && KnownAttributes.Find(method, KnownAttributes.Run) is not null;

    /// <summary>Returns whether an instance method is declared, so that the instance's options must be rendered for it.</summary>
    public static bool AreOnInstance(INamedTypeSymbol type)
        => type.TypeKind == TypeKind.Class && !type.IsStatic && Find(type).Any(static method => !method.IsStatic);
}
