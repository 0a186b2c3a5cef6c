using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExec.Generator.Incremental;

/// <summary>The files whose declarations a class was read from, besides the names of all types.</summary>
/// <param name="Trees">The files.</param>
/// <param name="AreAll">True if it may be any file, as with constants.</param>
internal sealed record Dependencies(HashSet<SyntaxTree> Trees, bool AreAll)
{
    public static readonly Dependencies None = new([], false);

    public static Dependencies Collect(TypeDeclarationSyntax node, INamedTypeSymbol type)
    {
        var trees = new HashSet<SyntaxTree>();
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        for (var current = type; current is not null; current = current.ContainingType)
        {
            AddDeclared(trees, seen, current);
        }

        var areAll = type.DeclaringSyntaxReferences.Any(static reference => HasConstants(reference.GetSyntax())) || HasConstants(node);
        return new Dependencies(trees, areAll);
    }

    /// <summary>Adds a type that is read member by member.</summary>
    private static void AddDeclared(HashSet<SyntaxTree> trees, HashSet<ITypeSymbol> seen, INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            Add(trees, seen, current);
            AddMembers(trees, seen, current);
        }

        foreach (var contract in type.AllInterfaces)
        {
            Add(trees, seen, contract);
            AddMembers(trees, seen, contract);
        }
    }

    private static void AddMembers(HashSet<SyntaxTree> trees, HashSet<ITypeSymbol> seen, INamedTypeSymbol type)
    {
        if (type.DeclaringSyntaxReferences.IsEmpty)
        {
            return;
        }

        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol property)
            {
                Add(trees, seen, property.Type);
                foreach (var argument in property.GetAttributes().SelectMany(static attribute => attribute.NamedArguments))
                {
                    if (argument.Value is { Kind: TypedConstantKind.Type, Value: ITypeSymbol converter })
                    {
                        Add(trees, seen, converter);
                    }
                }
            }
        }

        foreach (var argument in type.GetAttributes().SelectMany(static attribute => attribute.NamedArguments))
        {
            if (argument.Value is { Kind: TypedConstantKind.Type, Value: ITypeSymbol message })
            {
                Add(trees, seen, message);
            }
        }
    }

    /// <summary>Adds a type and its component types. Only a few properties of it are read.</summary>
    private static void Add(HashSet<SyntaxTree> trees, HashSet<ITypeSymbol> seen, ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            Add(trees, seen, array.ElementType);
            return;
        }

        if (type is not INamedTypeSymbol { SpecialType: SpecialType.None } named || !seen.Add(named))
        {
            return;
        }

        foreach (var reference in named.DeclaringSyntaxReferences)
        {
            trees.Add(reference.SyntaxTree);
        }

        foreach (var argument in named.TypeArguments)
        {
            Add(trees, seen, argument);
        }

        for (var @base = named.BaseType; @base is { SpecialType: SpecialType.None }; @base = @base.BaseType)
        {
            Add(trees, seen, @base);
        }
    }

    /// <summary>Returns whether an attribute has an argument that may be a value declared elsewhere.</summary>
    private static bool HasConstants(SyntaxNode node)
    {
        if (node is not TypeDeclarationSyntax type)
        {
            return false;
        }

        for (var current = type; current is not null; current = current.Parent as TypeDeclarationSyntax)
        {
            if (HasConstants(current.AttributeLists) || current.Members.Any(static member => HasConstants(member.AttributeLists)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasConstants(SyntaxList<AttributeListSyntax> lists)
    {
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                foreach (var argument in attribute.ArgumentList?.Arguments ?? default)
                {
                    if (argument.Expression is not (LiteralExpressionSyntax or TypeOfExpressionSyntax) && HasNames(argument.Expression))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool HasNames(ExpressionSyntax expression)
        => expression.DescendantNodesAndSelf(static inner => inner is not TypeOfExpressionSyntax).Any(static inner
            => inner is IdentifierNameSyntax { Identifier.ValueText: not ("OptionPlace" or "ShellQuoting") } name
                && name.Parent is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "OptionPlace" or "ShellQuoting" } });
}
