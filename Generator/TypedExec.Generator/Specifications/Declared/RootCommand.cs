using Microsoft.CodeAnalysis;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Specifications.Declared;

/// <summary>A class with [Command]: one of the two, or nothing when it has a mistake that leaves nothing to generate.</summary>
/// <param name="Declared">It declares all itself.</param>
/// <param name="Specified">A specification tells what it has.</param>
internal readonly record struct RootCommand(CommandModel? Declared, SpecifiedCommand? Specified)
{
    public static RootCommand Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
        => SpecifiedCommandParser.SpecificationOf((INamedTypeSymbol)context.TargetSymbol) is { } specification
            ? new RootCommand(null, SpecifiedCommandParser.Parse(context, specification, cancellation))
            : new RootCommand(CommandParser.Parse(context, cancellation), null);
}
