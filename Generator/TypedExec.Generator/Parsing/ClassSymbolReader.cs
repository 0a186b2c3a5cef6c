using Microsoft.CodeAnalysis;
using TypedExec.Generator.Methods.Parsing;

namespace TypedExec.Generator.Parsing;

/// <summary>Reads a command class from its symbol: any class, but the compiler binds every member for it.</summary>
internal static class ClassSymbolReader
{
    /// <summary>Null when a member of the user's leaves nothing that could be generated.</summary>
    public static ClassContents? Read(INamedTypeSymbol type)
    {
        var declared = DeclaredMembers.Of(type);
        if (declared.AreFatal)
        {
            return null;
        }

        return type.IsStatic
            ? new ClassContents(CommandProperties.None, declared.Members, CommandTraits.Static, declared.BarParent)
            : new ClassContents(PropertyParser.Parse(type), declared.Members, Traits(type), declared.BarParent);
    }

    private static CommandTraits Traits(INamedTypeSymbol type)
    {
        var traits = CommandTraits.None;
        if (Buildability.IsBuildable(type))
        {
            traits |= CommandTraits.Buildable;
        }

        if (type.BaseType is { SpecialType: not SpecialType.System_Object })
        {
            traits |= CommandTraits.Derived;
        }

        if (MethodHost.HasInstanceMethods(type))
        {
            traits |= CommandTraits.HasInstanceMethods;
        }

        foreach (var nested in type.GetTypeMembers())
        {
            if (KnownAttributes.Find(nested, KnownAttributes.Subcommand) is not null)
            {
                traits |= CommandTraits.HandsDownOptions;
            }
        }

        return traits;
    }
}
