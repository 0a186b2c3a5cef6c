using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Incremental;

/// <summary>
/// Provides the types in the user's code that concern the generator. The compiler asks about each of them again after every edit,
/// and binding even one attribute of a thousand classes takes longer than an edit may. So the result is cached with the
/// declaration, and read again only if something that it was read from has changed.
/// </summary>
internal static class DeclarationProvider
{
    private static readonly string[] Names = ["Command", "Subcommand", "OptionGroup"];

    public static IncrementalValuesProvider<Declared> Declarations(this IncrementalGeneratorInitializationContext context)
        => context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => node is TypeDeclarationSyntax { AttributeLists.Count: > 0 },
            static (match, cancellation) => Find((TypeDeclarationSyntax)match.Node, match.SemanticModel, cancellation));

    private static Declared Find(TypeDeclarationSyntax node, SemanticModel model, CancellationToken cancellation)
    {
        var snapshot = CompilationSnapshot.From(model.Compilation);
        if (DeclarationMemo.Find(node, snapshot) is { } known)
        {
            return known;
        }

        if (!MayBeOurs(node, snapshot) || model.GetDeclaredSymbol(node, cancellation) is not INamedTypeSymbol type)
        {
            // Whether it may concern the generator depends on the names in this file and on global aliases, which are part of
            // every header.
            DeclarationMemo.Keep(node, snapshot, Declared.Nothing, Dependencies.None);
            return Declared.Nothing;
        }

        var declared = Declared.Read(new TypeDeclaration(node, type, model), cancellation);
        DeclarationMemo.Keep(node, snapshot, declared, Dependencies.Collect(node, type));
        return declared;
    }

    /// <summary>Returns whether one of the attributes has one of our names, or an alias that may refer to one.</summary>
    private static bool MayBeOurs(TypeDeclarationSyntax node, CompilationSnapshot snapshot)
    {
        foreach (var list in node.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                var name = attribute.Name switch
                {
                    SimpleNameSyntax simple => simple.Identifier.ValueText,
                    QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
                    AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
                    _ => "",
                };
                if (Names.Contains(name)
                    || (name.EndsWith("Attribute", StringComparison.Ordinal) && Names.Contains(name.Substring(0, name.Length - "Attribute".Length)))
                    || snapshot.HasAlias(node.SyntaxTree, name))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
