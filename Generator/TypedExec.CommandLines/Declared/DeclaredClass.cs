using TypedExec.CommandLines.Model;

namespace TypedExec.CommandLines.Declared;

/// <summary>What the user's own code says of a class whose members come from a specification.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="Header">Its declaration, such as <c>partial class Commit</c>.</param>
/// <param name="Path">What its [Subcommand] says; null without one.</param>
/// <param name="IsExtensible">Whether generated code can add to it as to a subcommand.</param>
/// <param name="CanInherit">Whether it can have the generated members by inheritance: it has no base class, and none of them itself.</param>
/// <param name="IsBuildable">Whether a builder can make it.</param>
/// <param name="Members">The names of all its members but nested types.</param>
/// <param name="Options">Its own options.</param>
/// <param name="Arguments">Its own arguments.</param>
/// <param name="Enums">The enums that they render.</param>
/// <param name="Declared">The generated members that it has itself.</param>
/// <param name="Nested">Its nested types.</param>
internal sealed record DeclaredClass(
    string Name,
    string Header,
    string? Path,
    bool IsExtensible,
    bool CanInherit,
    bool IsBuildable,
    EquatableArray<string> Members,
    EquatableArray<DeclaredOption> Options,
    EquatableArray<DeclaredArgument> Arguments,
    EquatableArray<EnumModel> Enums,
    MemberSet Declared,
    EquatableArray<DeclaredClass> Nested)
{
    /// <summary>Whether it declares no constructor.</summary>
    public bool IsConstructorImplicit { get; init; } = true;
}

/// <summary>An option of the user's own, which takes the place of the specification's.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Short">Its short name.</param>
/// <param name="Property">The property.</param>
internal sealed record DeclaredOption(string Name, string? Short, CommandMember Property);

/// <summary>An argument of the user's own, which takes the place of the specification's at its position.</summary>
internal sealed record DeclaredArgument(int Position, CommandMember Property);
