namespace TypedExec.Generator.Emit;

/// <summary>The model that a builder is generated from.</summary>
/// <param name="TypeReference">The class that it builds.</param>
/// <param name="Name">The class's name as written in code.</param>
/// <param name="Title">The name of the command in documentation.</param>
/// <param name="Members">The options and arguments.</param>
/// <param name="Parent">The outer command's type, if a builder can set it.</param>
/// <param name="ParentField">The field of <c>Parent</c>, or null for a property that generated code sets like others.</param>
internal sealed record BuilderModel(
    string TypeReference, string Name, string Title, IReadOnlyList<CommandMember> Members, string? Parent, string? ParentField)
{
    public bool HasCreateBuilder { get; init; } = true;

    public bool HasBuilder { get; init; } = true;

    /// <summary>Gets whether the class derives from one that has a builder.</summary>
    public bool IsDerived { get; init; }

    /// <summary>Gets whether the class declares no constructor, so that the builder's would be its only one.</summary>
    public bool IsConstructorImplicit { get; init; }

    /// <summary>Gets whether the options are checked when the command is built.</summary>
    public bool IsChecked { get; init; }

    /// <summary>Gets whether a specification describes the options, so that generated fields hold them.</summary>
    public bool IsSpecified { get; init; }

    /// <summary>Gets the base class of the builder that holds the command and sets the options that the class inherits, or null.</summary>
    public string? Base { get; init; }

    /// <summary>Gets whether all members have fields, which the builder sets itself.</summary>
    public bool IsOfFields => IsSpecified && Members.All(static member => member.Storage.Field is not null);

    /// <summary>Gets whether there is nothing to set.</summary>
    public bool IsEmpty => !IsSpecified && !HasRequired && Parent is null && Members.All(static member => member.Storage.Accessibility is null);

    public bool HasRequired => Members.Any(static member => member.Has(MemberTraits.Required));

    public bool HasObsoleteErrors => Members.Any(static member => member.Has(MemberTraits.ObsoleteError));

    public static BuilderModel From(CommandModel command) => new(
        command.TypeReference,
        command.TypeReference.Substring(command.TypeReference.LastIndexOfAny(['.', ':']) + 1),
        CommandText.ForDocumentation(command),
        [.. command.Options, .. command.Arguments],
        command.Emits(MemberSet.Parent) ? command.Parent : null,
        null)
    {
        HasCreateBuilder = command.Has(CommandTraits.Buildable) && command.Emits(MemberSet.CreateBuilder),
        HasBuilder = command.Has(CommandTraits.Buildable) && command.Emits(MemberSet.Builder),
        IsDerived = command.Has(CommandTraits.DerivesFromCommand),
        IsConstructorImplicit = command.Has(CommandTraits.ImplicitConstructor),
    };
}
