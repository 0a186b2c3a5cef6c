using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExec.Generator.Parsing;

/// <summary>
/// The rules for the class itself. The generator emits nothing for a class that violates one, and an analyzer reports which; both
/// use these methods.
/// </summary>
internal static class CommandClass
{
    /// <summary>Returns the class's [Command] or [Subcommand].</summary>
    public static AttributeData? Attribute(INamedTypeSymbol type)
        => KnownAttributes.Find(type, KnownAttributes.Command) ?? KnownAttributes.Find(type, KnownAttributes.Subcommand);

    public static bool Is(INamedTypeSymbol? type) => type is not null && Attribute(type) is not null;

    /// <summary>Returns whether members can be generated into the class and into those around it.</summary>
    public static bool IsSound(INamedTypeSymbol type)
    {
        return type.TypeKind == TypeKind.Class && !IsAbstract(type) && CanBeExtended(type);
    }

    /// <summary>Whether a command class has no mistake that leaves it without its members; one of another project has them.</summary>
    public static bool IsGenerated(INamedTypeSymbol type)
        => type.DeclaringSyntaxReferences.IsEmpty
            || (IsSound(type) && !UserMembers.Find(type).AreFatal && CommandLineParser.Parse(type) is not null);

    /// <summary>
    /// Returns whether a generated file can extend the type: it and those around it are partial, and none is generic or
    /// file-local.
    /// </summary>
    public static bool CanBeExtended(INamedTypeSymbol type)
    {
        if (!IsNamed(type))
        {
            return false;
        }

        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.TypeParameters.Length > 0 || current.IsFileLocal || !IsPartial(current))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Returns whether the type, those around it and its namespaces have a name yet, which they don't while they are being typed.</summary>
    public static bool IsNamed(INamedTypeSymbol type)
    {
        for (ISymbol symbol = type; symbol is not (null or INamespaceSymbol { IsGlobalNamespace: true }); symbol = symbol.ContainingSymbol)
        {
            if (symbol is INamespaceOrTypeSymbol && symbol.Name.Length == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Returns whether it is abstract and not static: in metadata a static class is both abstract and sealed.</summary>
    public static bool IsAbstract(INamedTypeSymbol type) => type.IsAbstract && !type.IsStatic;

    public static bool IsPartial(INamedTypeSymbol type)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the nearest type around the class, or the class itself, that has type parameters.</summary>
    public static INamedTypeSymbol? Generic(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.TypeParameters.Length > 0)
            {
                return current;
            }
        }

        return null;
    }
}
