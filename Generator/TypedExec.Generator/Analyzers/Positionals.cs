using Microsoft.CodeAnalysis;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>The positional arguments of a class.</summary>
internal static class Positionals
{
    /// <summary>In the order of their positions, those of one position in declaration order.</summary>
    public static IReadOnlyList<(IPropertySymbol Property, int Position)> Of(INamedTypeSymbol type)
    {
        var positionals = new List<(IPropertySymbol Property, int Position)>();
        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol property && PropertyAttribute.Of(property) is { IsOption: false } argument)
            {
                positionals.Add((property, argument.Position));
            }
        }

        return [.. positionals.OrderBy(static positional => positional.Position)];
    }
}
