using Microsoft.CodeAnalysis;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>The positional arguments of a class, including inherited ones.</summary>
internal static class Positionals
{
    /// <summary>Returns them ordered by position, and in declaration order for equal positions.</summary>
    public static IReadOnlyList<FoundMember> Find(INamedTypeSymbol type)
        => [.. MemberCollector.Collect(type).Where(static member => !member.Attribute.IsOption).OrderBy(static member => member.Attribute.Position)];
}
