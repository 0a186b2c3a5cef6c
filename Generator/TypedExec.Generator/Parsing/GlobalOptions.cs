using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>Options of an outer command that go before the subcommand's words, as in <c>git -C dir commit</c>.</summary>
internal static class GlobalOptions
{
    /// <summary>The outer command class when it has options to hand down, its own or those of its own parent.</summary>
    public static INamedTypeSymbol? OuterOf(INamedTypeSymbol type)
        => type.ContainingType is { } outer
            && KnownAttributes.Find(type, KnownAttributes.Command) is null
            && HandsDown(outer)
            ? outer
            : null;

    /// <summary>Whether the outer commands have options that go elsewhere than before the subcommand's words.</summary>
    public static CommandTraits Places(INamedTypeSymbol? parent)
    {
        var traits = CommandTraits.None;
        for (var current = parent; current is not null; current = OuterOf(current))
        {
            foreach (var option in PropertyParser.Parse(current).Options)
            {
                traits |= option.Place switch
                {
                    OptionPlace.AfterSubcommand => CommandTraits.OuterAfterSubcommand,
                    OptionPlace.AfterArguments => CommandTraits.OuterAfterArguments,
                    _ => CommandTraits.None,
                };
            }
        }

        return traits;
    }

    private static bool HandsDown(INamedTypeSymbol outer)
        => CommandClass.Is(outer)
            && !outer.IsStatic
            && !DeclaredMembers.Of(outer).AreFatal
            && (PropertyParser.Parse(outer).Options.Count > 0
                || (OuterOf(outer) is not null && !DeclaredMembers.Of(outer).BarParent));
}
