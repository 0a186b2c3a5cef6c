using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>Options of an outer command that come before the subcommand's words, as in <c>git -C dir commit</c>.</summary>
internal static class GlobalOptions
{
    /// <summary>Returns the outer command class if it has options to pass down, its own or those of its own parent.</summary>
    public static INamedTypeSymbol? OuterOf(INamedTypeSymbol type)
        => type.ContainingType is { } outer
            && KnownAttributes.Find(type, KnownAttributes.Command) is null
            && PassesOptionsDown(outer)
            ? outer
            : null;

    /// <summary>
    /// Returns the places, besides the default one, of the options that an instance renders: its own and those of its parents.
    /// </summary>
    public static CommandTraits PlacesOf(INamedTypeSymbol type)
    {
        if (SpecifiedClass.IsSpecified(type))
        {
            // What the specification has isn't known here, so that its class always has the methods for these options.
            return CommandTraits.OuterAfterSubcommand | CommandTraits.OuterAfterArguments;
        }

        return Own(type) | Places(UserMembers.Find(type).BarParent ? null : OuterOf(type));
    }

    /// <summary>Returns whether the outer commands have options that don't come before the subcommand's words.</summary>
    public static CommandTraits Places(INamedTypeSymbol? parent)
    {
        var traits = CommandTraits.None;
        for (var current = parent; current is not null; current = OuterOf(current))
        {
            traits |= Own(current);
        }

        return traits;
    }

    private static CommandTraits Own(INamedTypeSymbol type)
    {
        var traits = CommandTraits.None;
        foreach (var option in PropertyParser.Parse(type).Options)
        {
            traits |= option.Place switch
            {
                OptionPlace.AfterSubcommand => CommandTraits.OuterAfterSubcommand,
                OptionPlace.AfterArguments => CommandTraits.OuterAfterArguments,
                _ => CommandTraits.None,
            };
        }

        return traits;
    }

    private static bool PassesOptionsDown(INamedTypeSymbol outer)
        => CommandClass.Is(outer)
            && !outer.IsStatic
            && !UserMembers.Find(outer).AreFatal
            && (PropertyParser.Parse(outer).Options.Count > 0
                || (OuterOf(outer) is not null && !UserMembers.Find(outer).BarParent));
}
