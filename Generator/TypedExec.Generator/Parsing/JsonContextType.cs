using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExec.Generator.Parsing;

/// <summary>The classes that System.Text.Json's generator completes, or already has completed.</summary>
internal static class JsonContextType
{
    /// <summary>Returns whether the type is a source-generated context of System.Text.Json.</summary>
    public static bool Is(INamedTypeSymbol type) => !type.IsAbstract && !type.IsGenericType && type.BaseType is { } @base && IsBase(@base);

    /// <summary>
    /// Returns whether generated code can use <c>Default</c> and <c>GetTypeInfo</c>. A context that isn't finished may lack them, or
    /// have them twice.
    /// </summary>
    public static bool IsUsable(INamedTypeSymbol type) => Is(type) && HasDefault(type) && HasTypeInfo(type);

    private static bool IsBase(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == "JsonSerializerContext" && current.ContainingNamespace.ToDisplayString() == "System.Text.Json.Serialization")
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasDefault(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            var members = current.GetMembers("Default");
            if (!members.IsEmpty)
            {
                return members is [{ IsStatic: true } member]
                    && IsAccessible(member)
                    && IsBase(member switch
                    {
                        IPropertySymbol { GetMethod: { } getter } property when IsAccessible(getter) => property.Type,
                        IFieldSymbol field => field.Type,
                        _ => null,
                    });
            }

            if (IsCompleted(current))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns whether System.Text.Json's generator adds its part, which this generator can't see.</summary>
    private static bool IsCompleted(INamedTypeSymbol type)
    {
        if (!type.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "JsonSerializableAttribute"))
        {
            return false;
        }

        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (!current.DeclaringSyntaxReferences.All(static reference
                => reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasTypeInfo(INamedTypeSymbol type)
    {
        var methods = type.GetMembers("GetTypeInfo").OfType<IMethodSymbol>().Where(static method => method.Parameters.Length == 1).ToArray();
        return methods is [] or [{ ReturnType: { Name: "JsonTypeInfo", TypeKind: not TypeKind.Error } }];
    }

    private static bool IsAccessible(ISymbol member)
        => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;
}
