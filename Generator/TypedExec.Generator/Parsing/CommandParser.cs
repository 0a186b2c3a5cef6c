using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExec.Generator.Parsing;

/// <summary>Attribute to model: everything that is read from the compiler's symbols, in one pass.</summary>
internal static class CommandParser
{
    /// <summary>
    /// Returns the class's model, or null if it has a mistake that leaves nothing to generate or has a specification.
    /// </summary>
    public static CommandModel? Parse(TypeDeclaration declaration, CancellationToken cancellation)
        => SpecifiedClass.IsSpecified(declaration.Type) ? null : ParseUnspecified(declaration, cancellation);

    /// <summary>Returns the model of what the class declares itself.</summary>
    public static CommandModel? ParseUnspecified(TypeDeclaration declaration, CancellationToken cancellation)
    {
        var (node, type, model) = declaration;
        if (!declaration.Has(CommandClass.Attribute(type)) || !CommandClass.IsSound(type) || CommandLineParser.Parse(type) is not { } line)
        {
            return null;
        }

        cancellation.ThrowIfCancellationRequested();
        if ((ClassSyntaxReader.Read(type, node, model) ?? ClassSymbolReader.Read(type)) is not { } contents)
        {
            return null;
        }

        var parent = type.IsStatic || contents.BarsParent ? null : GlobalOptions.OuterOf(type);
        var name = TypeName.From(type);
        return new CommandModel(
            name.FullName,
            name.Reference,
            name.Namespace,
            Declarations(node),
            line.File,
            new(line.Path),
            line.OwnPath,
            Traits(contents, parent is not null) | GlobalOptions.Places(parent)
                | (type.IsSealed ? CommandTraits.Sealed : CommandTraits.None)
                | (declaration.HasShortNames ? CommandTraits.ShortNames : CommandTraits.None),
            parent is null ? null : TypeName.From(parent).Reference,
            line.Fork,
            line.Fork ? MessagesParser.Parse(type) : null,
            contents.Properties.Options,
            contents.Properties.Arguments,
            contents.Properties.Enums,
            contents.Declared)
        {
            SuccessExitCodes = new(line.SuccessExitCodes),
        };
    }

    /// <summary>A class with subcommands passes down options only if there are any.</summary>
    private static CommandTraits Traits(ClassContents contents, bool hasParent)
        => contents.Properties.Options.Count > 0 || hasParent ? contents.Traits : contents.Traits & ~CommandTraits.PassesOptionsDown;

    /// <summary>Returns the headers of the partial declarations around the members, the outermost first.</summary>
    public static EquatableArray<string> Declarations(TypeDeclarationSyntax target)
    {
        var headers = new List<string>();
        for (var node = target; node is not null; node = node.Parent as TypeDeclarationSyntax)
        {
            headers.Insert(0, Header(node));
        }

        return EquatableArray<string>.From(headers);
    }

    /// <summary>Returns the start of another declaration of the same type.</summary>
    public static string Header(TypeDeclarationSyntax node) => $"partial {Keyword(node)} {TypeName.Escape(node.Identifier.ValueText)}";

    private static string Keyword(TypeDeclarationSyntax declaration)
        => declaration is RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: (int)SyntaxKind.StructKeyword }
            ? "record struct"
            : declaration.Keyword.Text;
}
