using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>Finds the classes whose options come from a specification.</summary>
internal static class SpecifiedClass
{
    public const string Setting = "Specification";

    /// <summary>Returns the file that a class's [Command] names, or null.</summary>
    public static string? SpecificationOf(INamedTypeSymbol type)
    {
        if (KnownAttributes.Find(type, KnownAttributes.Command) is { } command)
        {
            foreach (var argument in command.NamedArguments)
            {
                if (argument.Key == Setting)
                {
                    return argument.Value.Value as string;
                }
            }
        }

        return null;
    }

    /// <summary>Returns whether a specification adds to the class's own members.</summary>
    public static bool IsSpecified(INamedTypeSymbol type) => SpecificationOf(type) is not null || IsInsideSpecified(type);

    /// <summary>Returns whether the class is nested, as its subcommands are, in one that has a specification.</summary>
    public static bool IsInsideSpecified(INamedTypeSymbol type)
    {
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (KnownAttributes.Find(outer, KnownAttributes.Command) is not null)
            {
                return SpecificationOf(outer) is not null;
            }
        }

        return false;
    }
}
