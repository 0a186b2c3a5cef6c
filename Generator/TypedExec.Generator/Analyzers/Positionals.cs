using Microsoft.CodeAnalysis;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>The positional arguments of a class, those that it inherits included.</summary>
internal static class Positionals
{
    /// <summary>In the order of their positions, those of one position in declaration order.</summary>
    public static IReadOnlyList<FoundMember> Of(INamedTypeSymbol type)
        => [.. MemberCollector.Collect(type).Where(static member => !member.Attribute.IsOption).OrderBy(static member => member.Attribute.Position)];
}
