using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExec.Generator.Parsing;

/// <summary>A declaration in the user's code with the type that it declares.</summary>
internal readonly record struct TypeDeclaration(TypeDeclarationSyntax Node, INamedTypeSymbol Type, SemanticModel Model)
{
    /// <summary>Gets whether its generated file can have short names.</summary>
    public bool HasShortNames => ShortNameScope.Covers(Type, Model.Compilation);

    /// <summary>
    /// Returns whether this is the single declaration to generate for. If the attribute is written twice, on two parts of the
    /// class or as [Command] and [Subcommand], the compiler or an analyzer reports it, but each declaration is examined.
    /// </summary>
    public bool Has(AttributeData? attribute)
        => attribute?.ApplicationSyntaxReference is { } reference
            && reference.SyntaxTree == Node.SyntaxTree
            && Node.AttributeLists.Any(list => list.Span.Contains(reference.Span));
}
