namespace TypedExec.Generator.Emit;

/// <summary>What a builder is written from.</summary>
/// <param name="TypeReference">The class that it builds.</param>
/// <param name="Name">The class's name as code writes it.</param>
/// <param name="Title">How documentation calls the command.</param>
/// <param name="Members">The options and arguments.</param>
/// <param name="Parent">The outer command's type, when a builder can set it.</param>
/// <param name="ParentField">The field behind <c>Parent</c>; null for a property that generated code sets as others do.</param>
internal sealed record BuilderModel(
    string TypeReference, string Name, string Title, IReadOnlyList<CommandMember> Members, string? Parent, string? ParentField)
{
    public bool HasCreateBuilder { get; init; } = true;

    public bool HasBuilder { get; init; } = true;

    /// <summary>Whether the class derives from one that has a builder.</summary>
    public bool IsDerived { get; init; }

    /// <summary>Whether the class declares no constructor, so that the builder's would be its only one.</summary>
    public bool IsConstructorImplicit { get; init; }

    /// <summary>Whether the options are checked when the command is built.</summary>
    public bool IsChecked { get; init; }

    /// <summary>Whether a specification tells the options, so that generated fields hold them.</summary>
    public bool IsSpecified { get; init; }

    /// <summary>Whether all members have fields, which the builder sets itself.</summary>
    public bool IsOfFields => IsSpecified && Members.All(static member => member.Storage.Field is not null);

    /// <summary>Whether there is nothing to set.</summary>
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
