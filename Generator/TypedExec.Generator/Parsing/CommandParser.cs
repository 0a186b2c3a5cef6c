using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Model;

namespace TypedExec.Generator.Parsing;

/// <summary>Attribute to model: everything that is asked of the compiler's symbols, in one pass.</summary>
internal static class CommandParser
{
    /// <summary>The class's model; null when it has a mistake that leaves nothing to generate.</summary>
    public static CommandModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        if (!IsFirst(context) || !CommandClass.IsSound(type) || CommandLineParser.Parse(type) is not { } line)
        {
            return null;
        }

        var declared = DeclaredMembers.Of(type);
        if (declared.AreFatal)
        {
            return null;
        }

        cancellation.ThrowIfCancellationRequested();
        var properties = type.IsStatic ? CommandProperties.None : PropertyParser.Parse(type);
        var parent = type.IsStatic || declared.BarParent ? null : GlobalOptions.OuterOf(type);
        var name = TypeName.Of(type);
        return new CommandModel(
            name.FullName,
            name.Reference,
            name.Namespace,
            Declarations((TypeDeclarationSyntax)context.TargetNode),
            line.File,
            new(line.Path),
            line.OwnPath,
            Traits(type, properties, parent),
            parent is null ? null : TypeName.Of(parent).Reference,
            line.Fork,
            properties.Options,
            properties.Arguments,
            properties.Enums,
            declared.Members);
    }

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

    private static CommandTraits Traits(INamedTypeSymbol type, CommandProperties properties, INamedTypeSymbol? parent)
    {
        if (type.IsStatic)
        {
            return CommandTraits.Static;
        }

        var traits = CommandTraits.None;
        if (Buildability.IsBuildable(type))
        {
            traits |= CommandTraits.Buildable;
        }

        if (type.BaseType is { SpecialType: not SpecialType.System_Object })
        {
            traits |= CommandTraits.Derived;
        }

        if ((properties.Options.Count > 0 || parent is not null) && HasSubcommands(type))
        {
            traits |= CommandTraits.HandsDownOptions;
        }

        return traits;
    }

    private static bool HasSubcommands(INamedTypeSymbol type)
    {
        foreach (var nested in type.GetTypeMembers())
        {
            if (KnownAttributes.Find(nested, KnownAttributes.Subcommand) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static EquatableArray<string> Declarations(TypeDeclarationSyntax target)
    {
        var headers = new List<string>();
        for (var node = target; node is not null; node = node.Parent as TypeDeclarationSyntax)
        {
            headers.Insert(0, $"partial {Keyword(node)} {node.Identifier.Text}");
        }

        return EquatableArray<string>.From(headers);
    }

    private static string Keyword(TypeDeclarationSyntax declaration)
        => declaration is RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: (int)SyntaxKind.StructKeyword }
            ? "record struct"
            : declaration.Keyword.Text;
}
