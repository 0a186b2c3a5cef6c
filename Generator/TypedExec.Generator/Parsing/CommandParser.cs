using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Specifications.Declared;

namespace TypedExec.Generator.Parsing;

/// <summary>Attribute to model: everything that is asked of the compiler's symbols, in one pass.</summary>
internal static class CommandParser
{
    /// <summary>
    /// The class's model; null when it has a mistake that leaves nothing to generate, or when a specification tells what the
    /// class has.
    /// </summary>
    public static CommandModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        return SpecifiedCommandParser.IsSpecified(type) ? null : ParseUnspecified(context, cancellation);
    }

    /// <summary>The model of what the class declares itself.</summary>
    public static CommandModel? ParseUnspecified(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        if (!IsFirst(context) || !CommandClass.IsSound(type) || CommandLineParser.Parse(type) is not { } line)
        {
            return null;
        }

        cancellation.ThrowIfCancellationRequested();
        var node = (TypeDeclarationSyntax)context.TargetNode;
        if ((ClassSyntaxReader.Read(type, node, context.SemanticModel) ?? ClassSymbolReader.Read(type)) is not { } contents)
        {
            return null;
        }

        var parent = type.IsStatic || contents.BarsParent ? null : GlobalOptions.OuterOf(type);
        var name = TypeName.Of(type);
        return new CommandModel(
            name.FullName,
            name.Reference,
            name.Namespace,
            Declarations(node),
            line.File,
            new(line.Path),
            line.OwnPath,
            Traits(contents, parent is not null),
            parent is null ? null : TypeName.Of(parent).Reference,
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

    /// <summary>A class with subcommands hands down options only when there are any.</summary>
    private static CommandTraits Traits(ClassContents contents, bool hasParent)
        => contents.Properties.Options.Count > 0 || hasParent ? contents.Traits : contents.Traits & ~CommandTraits.HandsDownOptions;

    /// <summary>
    /// Whether this is the one declaration to generate for: with the attribute written twice, on two parts of the class
    /// or as [Command] and [Subcommand], the compiler or an analyzer reports it, but the generator is called for each.
    /// </summary>
    private static bool IsFirst(GeneratorAttributeSyntaxContext context)
        => CommandClass.Attribute((INamedTypeSymbol)context.TargetSymbol)?.ApplicationSyntaxReference is { } reference
            && reference.SyntaxTree == context.TargetNode.SyntaxTree
            && context.TargetNode.Span.Contains(reference.Span)
            && context.Attributes is [{ ApplicationSyntaxReference: { } own }, ..]
            && own.Span == reference.Span;

    /// <summary>The headers of the partial declarations around the members, the outermost first.</summary>
    public static EquatableArray<string> Declarations(TypeDeclarationSyntax target)
    {
        var headers = new List<string>();
        for (var node = target; node is not null; node = node.Parent as TypeDeclarationSyntax)
        {
            headers.Insert(0, Header(node));
        }

        return EquatableArray<string>.From(headers);
    }

    /// <summary>The start of another declaration of the same type.</summary>
    public static string Header(TypeDeclarationSyntax node) => $"partial {Keyword(node)} {node.Identifier.Text}";

    private static string Keyword(TypeDeclarationSyntax declaration)
        => declaration is RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: (int)SyntaxKind.StructKeyword }
            ? "record struct"
            : declaration.Keyword.Text;
}
