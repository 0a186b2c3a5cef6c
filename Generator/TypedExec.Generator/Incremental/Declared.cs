using Microsoft.CodeAnalysis.CSharp;
using TypedExec.Generator.Parsing;
using TypedExec.Generator.Specifications.Declared;

namespace TypedExec.Generator.Incremental;

/// <summary>
/// What a declaration is to the generator: one of the two, or nothing. It contains only values, compared by value.
/// </summary>
/// <param name="Class">A command, subcommand or group without a specification.</param>
/// <param name="Specified">A command with a specification.</param>
internal sealed record Declared(CommandModel? Class, SpecificationTarget? Specified)
{
    public static readonly Declared Nothing = new(null, null);

    public static Declared Read(TypeDeclaration declaration, CancellationToken cancellation)
    {
        if (!CommandClass.IsNamed(declaration.Type) || !IsSupported(declaration))
        {
            return Nothing;
        }

        if (SpecifiedClass.SpecificationOf(declaration.Type) is { } specification)
        {
            return SpecifiedCommandParser.Parse(declaration, specification, cancellation) is { } specified ? new Declared(null, specified) : Nothing;
        }

        var model = CommandClass.Is(declaration.Type) ? CommandParser.Parse(declaration, cancellation) : GroupParser.Parse(declaration);
        return model is null ? Nothing : new Declared(model, null);
    }

    /// <summary>Returns whether the language version supports the generated code; an analyzer reports it otherwise.</summary>
    private static bool IsSupported(TypeDeclaration declaration)
        => declaration.Node.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp13 };
}
