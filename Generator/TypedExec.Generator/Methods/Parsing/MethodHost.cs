using Microsoft.CodeAnalysis;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Methods.Parsing;

/// <summary>The types that can have [Run] methods: command classes, and interfaces with [Command].</summary>
internal static class MethodHost
{
    /// <summary>Returns whether the type is marked as one; it may have other mistakes.</summary>
    public static bool Is(INamedTypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Class => CommandClass.Is(type),
        TypeKind.Interface => KnownAttributes.Find(type, KnownAttributes.Command) is not null,
        _ => false,
    };

    /// <summary>Returns whether methods can be generated into it.</summary>
    public static bool IsSound(INamedTypeSymbol type)
        => type.TypeKind == TypeKind.Interface
            ? CommandClass.CanBeExtended(type)
            : CommandClass.IsSound(type) && !UserMembers.Find(type).AreFatal;

    /// <summary>Returns a name for a nested class that no member of the type has.</summary>
    public static string FreeName(INamedTypeSymbol type, string name)
    {
        while (type.Name == name || type.GetMembers(name).Any(static member => !UserMembers.IsGenerated(member)))
        {
            name += "_";
        }

        return name;
    }

    /// <summary>Returns the members that an implementation of the interface must have.</summary>
    public static IEnumerable<ISymbol> MembersToImplement(INamedTypeSymbol type)
    {
        var implemented = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        INamedTypeSymbol[] all = [type, .. type.AllInterfaces];
        foreach (var member in all.SelectMany(static one => one.GetMembers()))
        {
            ISymbol[] explicitly = member switch
            {
                IMethodSymbol method => [.. method.ExplicitInterfaceImplementations],
                IPropertySymbol property => [.. property.ExplicitInterfaceImplementations],
                IEventSymbol @event => [.. @event.ExplicitInterfaceImplementations],
                _ => [],
            };
            implemented.UnionWith(explicitly);
        }

        return all.SelectMany(static one => one.GetMembers()).Where(member
            => member.IsAbstract
                && member is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol { IsAbstract: true } or IEventSymbol { IsAbstract: true }
                    or IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion, IsAbstract: true }
                && !implemented.Contains(member));
    }
}
