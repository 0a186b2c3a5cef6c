using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>
/// Reads a command class from its symbol. This works for any class, but the compiler binds every member for it.
/// </summary>
internal static class ClassSymbolReader
{
    /// <summary>Returns null if a member of the user's leaves nothing to generate.</summary>
    public static ClassContents? Read(INamedTypeSymbol type)
    {
        var declared = UserMembers.Find(type);
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

        if (type.IsRecord)
        {
            traits |= CommandTraits.Record;
        }

        if (type.InstanceConstructors.All(static constructor => constructor.IsImplicitlyDeclared || UserMembers.IsGenerated(constructor)))
        {
            traits |= CommandTraits.ImplicitConstructor;
        }

        if (type.BaseType is { } @base && CommandClass.Is(@base) && CommandClass.IsGenerated(@base))
        {
            traits |= CommandTraits.DerivesFromCommand;
        }

        if (HasToArguments(type))
        {
            traits |= CommandTraits.HidesToArguments;
        }

        if (RunMethods.AreOnInstance(type))
        {
            traits |= CommandTraits.HasInstanceMethods;
        }

        foreach (var nested in type.GetTypeMembers())
        {
            if (KnownAttributes.Find(nested, KnownAttributes.Subcommand) is not null)
            {
                traits |= CommandTraits.PassesOptionsDown;
            }
        }

        return traits;
    }

    /// <summary>Returns whether a base class has a user-written <c>ToArguments</c> that can't be overridden.</summary>
    private static bool HasToArguments(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers("ToArguments"))
            {
                if (member is IMethodSymbol { Parameters.IsEmpty: true, IsStatic: false, DeclaredAccessibility: not Accessibility.Private } method && !UserMembers.IsGenerated(member))
                {
                    return method is { IsVirtual: false, IsOverride: false, IsAbstract: false } or { IsSealed: true };
                }
            }
        }

        return false;
    }
}
