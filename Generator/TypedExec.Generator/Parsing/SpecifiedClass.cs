using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>Which classes have their options from a specification.</summary>
internal static class SpecifiedClass
{
    public const string Setting = "Specification";

    /// <summary>The file that a class's [Command] names; null when it names none.</summary>
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

    /// <summary>Whether a specification tells what the class has besides its own members.</summary>
    public static bool IsSpecified(INamedTypeSymbol type) => SpecificationOf(type) is not null || IsInsideSpecified(type);

    /// <summary>Whether the class is nested, as its subcommands are, in one whose specification tells what it has.</summary>
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
