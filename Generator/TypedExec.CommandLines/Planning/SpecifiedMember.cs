using TypedExec.CommandLines.Model;
using TypedExec.CommandLines.Naming;
using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Text;

namespace TypedExec.CommandLines.Planning;

/// <summary>Converts a specification to a member that code could declare.</summary>
internal static class SpecifiedMember
{
    public const string OptionalValue = "global::TypedExec.OptionalValue";
    public const string List = "global::System.Collections.Generic.IReadOnlyList";

    private static readonly ValueModel Text = new(ValueKind.String, ValueNullability.Reference);

    /// <summary>Returns an option as a member of the class.</summary>
    public static CommandMember From(PlannedOption option)
    {
        var specification = option.Specification;
        var (min, max) = OptionShapes.Range(specification);
        var isList = option.IsList;
        var traits = (IsSecret(specification) ? MemberTraits.Secret : 0)
            | (option.IsRequired ? MemberTraits.Required : 0)
            | (isList ? MemberTraits.Counted : 0);
        return new CommandMember(
            option.Name,
            specification.Name,
            option.Shape == MemberShape.NegatableFlag ? OptionShapes.NegationOf(specification) : null,
            OptionShapes.Separator(specification),
            null,
            null,
            traits,
            option.Shape,
            Text,
            null,
            new MemberStorage(
                option.Shape == MemberShape.Groups ? StorageKind.AppendList : isList ? StorageKind.Append : StorageKind.Replace,
                Type(option),
                option.Shape == MemberShape.OptionalList ? OptionalValue : isList ? "string" : null,
                null,
                "public",
                option.Field,
                option.Origin?.TypeReference),
            Details: new MemberDetails
            {
                MinValues = min,
                MaxValues = max,
                MaxTimes = specification.MaxTimes > 1 ? specification.MaxTimes : MemberDetails.Unlimited,
                ExclusiveOn = specification.ExclusiveOn,
                DependsOn = specification.DependsOn,
                Obsolete = specification.Deprecation is { } reason
                    ? reason.Length == 0 ? "global::System.Obsolete" : $"global::System.Obsolete({new Literal(reason)})"
                    : null,
                IsHidden = specification.Has(SpecificationTraits.Hidden),
                Place = specification.Has(SpecificationTraits.AfterArguments) ? OptionPlace.AfterArguments : OptionPlace.BeforeArguments,
            });
    }

    /// <summary>Returns an argument as a member of the class; the user's own is unchanged.</summary>
    public static CommandMember From(PlannedArgument argument)
    {
        if (argument.Own is { } own)
        {
            return own;
        }

        var specification = argument.Specification!;
        var isCommandLine = argument.IsList && specification.Has(ArgumentTraits.Command) && argument.Marker is null && !argument.AllowsLeadingDash;
        var traits = (SecretName.Is(specification.Name) ? MemberTraits.Secret : 0)
            | (argument.AllowsLeadingDash && argument.Marker is null ? MemberTraits.AllowLeadingDash : 0)
            | (isCommandLine ? MemberTraits.CommandLine : 0)
            | (argument.IsList ? MemberTraits.Counted : 0);
        return new CommandMember(
            argument.Name,
            "",
            null,
            " ",
            null,
            argument.Marker?.Name,
            traits,
            argument.IsList ? MemberShape.List : MemberShape.Value,
            Text,
            null,
            new MemberStorage(
                argument.IsList ? StorageKind.Append : StorageKind.Replace,
                argument.IsList ? $"{List}<string>" : "string?",
                argument.IsList ? "string" : null,
                null,
                "public",
                argument.Field));
    }

    private static string Type(PlannedOption option) => option.Shape switch
    {
        MemberShape.Flag => "bool",
        MemberShape.NegatableFlag => "bool?",
        MemberShape.Count => "int",
        MemberShape.Value => option.IsRequired ? "string" : "string?",
        MemberShape.OptionalValue => OptionalValue,
        MemberShape.OptionalList => $"{List}<{OptionalValue}>",
        MemberShape.Groups => $"{List}<{List}<string>>",
        _ => $"{List}<string>",
    };

    private static bool IsSecret(OptionSpecification option)
        => option.Names.Any(SecretName.Is) || (option.Arguments.Count == 1 && SecretName.Is(option.Arguments[0].Name));
}
