using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExec.Generator.Parsing;

/// <summary>
/// Reads a command class from its syntax. After every edit the compiler calls the generator's transform for every class, each
/// time with symbols that have nothing bound yet, and binding ten options takes ten times as long as reading them. So typical
/// classes are read here: one declaration, literals in the attributes, and only those names bound that could mean something else
/// elsewhere. Any other class is left to <see cref="ClassSymbolReader"/>, and a test ensures that the two give the same result.
/// </summary>
internal static class ClassSyntaxReader
{
    /// <summary>Returns null if the syntax alone isn't sufficient.</summary>
    public static ClassContents? Read(INamedTypeSymbol type, TypeDeclarationSyntax node, SemanticModel model)
    {
        if (node is not ClassDeclarationSyntax { BaseList: null, ParameterList: null, TypeParameterList: null }
            || type.IsStatic
            || type.DeclaringSyntaxReferences.Length != 1
            || UserMembers.IsGeneratedName(type.Name))
        {
            return null;
        }

        var properties = new PropertySyntaxReader(type, model);
        var isBuildable = true;
        var traits = CommandTraits.ImplicitConstructor;
        foreach (var member in node.Members)
        {
            switch (member)
            {
                case PropertyDeclarationSyntax property:
                    if (UserMembers.IsGeneratedName(property.Identifier.ValueText)
                        || !properties.TryRead(property, out var isRendered))
                    {
                        return null;
                    }

                    isBuildable &= isRendered || !property.Modifiers.Any(SyntaxKind.RequiredKeyword);
                    break;
                case MethodDeclarationSyntax method when !UserMembers.IsGeneratedName(method.Identifier.ValueText):
                    if (IsRunOnInstance(method, type))
                    {
                        traits |= CommandTraits.HasInstanceMethods;
                    }

                    break;
                case FieldDeclarationSyntax field when !HasGeneratedName(field.Declaration):
                    isBuildable &= !field.Modifiers.Any(SyntaxKind.RequiredKeyword);
                    break;
                default:
                    return null;
            }
        }

        if (node.Members.Any(member => NameOf(member) is { } name && properties.Has(name)))
        {
            return null;
        }

        return new ClassContents(
            properties.ToProperties(), MemberSet.None, isBuildable ? traits | CommandTraits.Buildable : traits, BarsParent: false);
    }

    /// <summary>Returns whether the method may have [Run], under whatever name, and its symbol confirms it.</summary>
    private static bool IsRunOnInstance(MethodDeclarationSyntax method, INamedTypeSymbol type)
        => method is { AttributeLists.Count: > 0, Body: null, ExpressionBody: null }
            && method.Modifiers.Any(SyntaxKind.PartialKeyword)
            && !method.Modifiers.Any(SyntaxKind.StaticKeyword)
            && type.GetMembers(method.Identifier.ValueText).OfType<IMethodSymbol>().Any(RunMethods.Is);

    /// <summary>The name of a member that isn't a property. For a declaration of several fields, which is rare, the first one; symbols have the others.</summary>
    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        FieldDeclarationSyntax { Declaration.Variables: [var variable, ..] } => variable.Identifier.ValueText,
        _ => null,
    };

    private static bool HasGeneratedName(VariableDeclarationSyntax declaration)
    {
        foreach (var variable in declaration.Variables)
        {
            if (UserMembers.IsGeneratedName(variable.Identifier.ValueText))
            {
                return true;
            }
        }

        return false;
    }
}
