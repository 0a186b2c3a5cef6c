using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Incremental;

/// <summary>
/// The types of the user's code that the generator has to do with. The compiler asks about each of them again after every
/// edit, and binding even one attribute of a thousand classes takes longer than an edit may. So what was read is kept with the
/// declaration, and read again only when something has changed that it was read from.
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
            // Whether it may be ours depends on the names of this file and on global aliases, which are part of every header.
            DeclarationMemo.Keep(node, snapshot, Declared.Nothing, Dependencies.None);
            return Declared.Nothing;
        }

        var declared = Declared.Read(new TypeDeclaration(node, type, model), cancellation);
        DeclarationMemo.Keep(node, snapshot, declared, Dependencies.Collect(node, type));
        return declared;
    }

    /// <summary>Whether one of the attributes has the name of ours, or an alias that may stand for one.</summary>
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
