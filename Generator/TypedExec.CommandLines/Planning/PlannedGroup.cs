using TypedExec.CommandLines.Model;
using TypedExec.CommandLines.Specifications;

namespace TypedExec.CommandLines.Planning;

/// <summary>A group of options with its property and the class of its items.</summary>
/// <param name="Specification">Its specification.</param>
/// <param name="Name">The property's name.</param>
/// <param name="Field">The backing field.</param>
/// <param name="Class">The class, with the options and arguments of one item.</param>
internal sealed record PlannedGroup(GroupSpecification Specification, string Name, string Field, PlannedClass Class)
{
    /// <summary>Gets the group as code would declare it.</summary>
    public CommandMember Member => new(
        Name,
        "",
        null,
        " ",
        null,
        null,
        Specification.IsRepeatable ? MemberTraits.Counted : MemberTraits.None,
        Specification.IsRepeatable ? MemberShape.OptionGroupList : MemberShape.OptionGroup,
        new ValueModel(ValueKind.String, ValueNullability.Reference),
        null,
        new MemberStorage(
            Specification.IsRepeatable ? StorageKind.Append : StorageKind.Replace,
            Specification.IsRepeatable ? $"{SpecifiedMember.List}<{Class.TypeReference}>" : Class.TypeReference + "?",
            Specification.IsRepeatable ? Class.TypeReference : null,
            null,
            "public",
            Field),
        Details: new MemberDetails { Place = Specification.IsAfterArguments ? OptionPlace.AfterArguments : OptionPlace.BeforeArguments });
}
