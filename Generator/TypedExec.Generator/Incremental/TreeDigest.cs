using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExec.Generator.Incremental;

/// <summary>The declarations of a file, without what is only inside its methods.</summary>
internal sealed class TreeDigest
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeDigest> Digests = new();
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> Aliases = new();

    private TreeDigest(SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        GlobalAliases = [.. root.Usings.Where(static alias => alias.GlobalKeyword.RawKind != 0 && alias.Alias is not null).Select(static alias => alias.Alias!.Name.Identifier.ValueText)];
        var reader = new Reader();
        reader.Read(root);
        Headers = reader.Headers;
        Declarations = reader.Declarations;
        IsEmpty = root.Usings.Count + root.Externs.Count + root.Members.Count == 0;
    }

    /// <summary>
    /// Gets the names, modifiers and bases of the types, and the usings: what names in another file may be bound to.
    /// </summary>
    public Digest Headers { get; }

    /// <summary>Gets all declarations: members with their types and attributes.</summary>
    public Digest Declarations { get; }

    public bool IsEmpty { get; }

    public string[] GlobalAliases { get; }

    public static TreeDigest From(SyntaxTree tree) => Digests.GetValue(tree, static tree => new TreeDigest(tree));

    /// <summary>Returns the names that the file gives to types.</summary>
    public static HashSet<string> AliasesOf(SyntaxTree tree) => Aliases.GetValue(tree, static tree =>
    [
        .. tree.GetRoot().DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .Where(static alias => alias.Alias is not null)
            .Select(static alias => alias.Alias!.Name.Identifier.ValueText),
    ]);

    private sealed class Reader
    {
        public Digest Headers { get; private set; }

        public Digest Declarations { get; private set; } = Digest.Start;

        public void Read(CompilationUnitSyntax root)
        {
            ReadDirectives(root);
            Read(root, "");
        }

        private void Read(SyntaxNode node, string path)
        {
            switch (node)
            {
                case BlockSyntax or ArrowExpressionClauseSyntax or ConstructorInitializerSyntax or GlobalStatementSyntax:
                    return;
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }:
                    return;
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax field } } when !field.Modifiers.Any(SyntaxKind.ConstKeyword):
                    return;
                case UsingDirectiveSyntax or ExternAliasDirectiveSyntax:
                    AddHeader(path + " " + node);
                    break;
                case BaseNamespaceDeclarationSyntax @namespace:
                    path += "." + @namespace.Name;
                    break;
                case TypeDeclarationSyntax type:
                    path += $".{type.Identifier.ValueText}{type.TypeParameterList}";
                    AddHeader($"{type.Modifiers} {type.Keyword.ValueText} {path} {type.BaseList}");
                    break;
                case EnumDeclarationSyntax @enum:
                    path += "." + @enum.Identifier.ValueText;
                    AddHeader($"{@enum.Modifiers} enum {path} {@enum.BaseList}");
                    break;
                case DelegateDeclarationSyntax @delegate:
                    AddHeader($"delegate {path}.{@delegate.Identifier.ValueText}{@delegate.TypeParameterList}");
                    break;
            }

            foreach (var child in node.ChildNodesAndTokens())
            {
                if (child.AsNode() is { } inner)
                {
                    Read(inner, path);
                }
                else
                {
                    Declarations = Declarations.With(child.AsToken().Text);
                }
            }
        }

        // Headers are combined in any order, like the files.
        private void AddHeader(string text) => Headers = Headers.Plus(Digest.Start.With(text));

        private void ReadDirectives(CompilationUnitSyntax root)
        {
            if (!root.ContainsDirectives)
            {
                return;
            }

            foreach (var trivia in root.DescendantTrivia())
            {
                if (trivia.GetStructure() is NullableDirectiveTriviaSyntax directive)
                {
                    Declarations = Declarations.With(directive.ToString());
                }
            }
        }
    }
}
