using TypedExec.CommandLines.Model;

namespace TypedExec.CommandLines.Declared;

/// <summary>The user's code for a class whose members come from a specification.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="Header">Its declaration, such as <c>partial class Commit</c>.</param>
/// <param name="Path">The words of its [Subcommand], or null.</param>
/// <param name="IsExtensible">True if generated code can extend it as a subcommand.</param>
/// <param name="CanInherit">True if it can inherit the generated members: it has no base class, and declares none of them.</param>
/// <param name="IsBuildable">True if a builder can create it.</param>
/// <param name="Members">The names of all its members except nested types.</param>
/// <param name="Options">Its own options.</param>
/// <param name="Arguments">Its own arguments.</param>
/// <param name="Enums">The enums that they render.</param>
/// <param name="Declared">The generated members that it declares itself.</param>
/// <param name="Nested">Its nested types.</param>
internal sealed record UserClass(
    string Name,
    string Header,
    string? Path,
    bool IsExtensible,
    bool CanInherit,
    bool IsBuildable,
    EquatableArray<string> Members,
    EquatableArray<UserOption> Options,
    EquatableArray<UserArgument> Arguments,
    EquatableArray<EnumModel> Enums,
    MemberSet Declared,
    EquatableArray<UserClass> Nested)
{
    /// <summary>Gets whether it declares no constructor.</summary>
    public bool IsConstructorImplicit { get; init; } = true;

    /// <summary>Gets whether it has instance methods with [Run], which render the options of the instance.</summary>
    public bool HasInstanceMethods { get; init; }
}

/// <summary>The user's own option, which overrides the specification's.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Short">Its short name.</param>
/// <param name="Property">The property.</param>
internal sealed record UserOption(string Name, string? Short, CommandMember Property);

/// <summary>The user's own argument, which overrides the specification's at its position.</summary>
internal sealed record UserArgument(int Position, CommandMember Property);
