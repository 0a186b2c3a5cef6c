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

    // Pairs keep their order, and a key can be repeated. A key without a value is rendered alone.
    public const string Pairs = List + "<(string Key, string? Value)>";

    private static readonly ValueModel Truth = new(ValueKind.Boolean, ValueNullability.NullableValue);
    private static readonly ValueModel Text = new(ValueKind.String, ValueNullability.Reference);

    /// <summary>Returns an option as a member of the class.</summary>
    public static CommandMember From(PlannedOption option)
    {
        var specification = option.Specification;
        var (min, max) = OptionShapes.Range(specification);
        var isList = option.IsList;
        var isPairs = specification.PairSeparator is not null;
        var traits = (IsSecret(specification) ? MemberTraits.Secret : 0)
            | (option.IsRequired ? MemberTraits.Required : 0)
            | (isList ? MemberTraits.Counted : 0)
            | (isPairs ? MemberTraits.TuplePairs : 0);
        return new CommandMember(
            option.Name,
            specification.Name,
            option.Shape == MemberShape.NegatableFlag ? OptionShapes.NegationOf(specification) : null,
            OptionShapes.Separator(specification),
            specification.Join,
            null,
            traits,
            option.Shape,
            specification.HasTruthValues ? Truth : Text,
            isPairs ? Text : null,
            new MemberStorage(
                option.Shape == MemberShape.Groups ? StorageKind.AppendList : isPairs ? StorageKind.AppendPair : isList ? StorageKind.Append : StorageKind.Replace,
                Type(option),
                option.Shape == MemberShape.OptionalList ? OptionalValue : isPairs ? "string?" : isList ? "string" : null,
                isPairs ? "string" : null,
                "public",
                option.Field,
                option.Origin?.TypeReference),
            Details: new MemberDetails
            {
                MinValues = min,
                MaxValues = max,
                JoinEscape = specification.JoinEscape,
                PairSeparator = specification.PairSeparator ?? "=",
                TrueValue = specification.TrueValue,
                FalseValue = specification.FalseValue,
                MaxTimes = specification.MaxTimes > 1 && specification.Join is null ? specification.MaxTimes : MemberDetails.Unlimited,
                ExclusiveOn = specification.ExclusiveOn,
                DependsOn = specification.DependsOn,
                Obsolete = specification.Deprecation is { } reason
                    ? reason.Length == 0 ? "global::System.Obsolete" : $"global::System.Obsolete({new Literal(reason)})"
                    : null,
                IsHidden = specification.Has(SpecificationTraits.Hidden),
                Place = specification.Has(SpecificationTraits.AfterArguments) ? OptionPlace.AfterArguments
                    : specification.Has(SpecificationTraits.AfterSubcommand) ? OptionPlace.AfterSubcommand
                    : OptionPlace.BeforeArguments,
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
        var after = argument.Marker?.Name ?? specification.After;
        var isPairs = argument.Marker is null && specification.PairSeparator is not null;
        var isCommandLine = argument.IsList && !isPairs && after is null && specification.Has(ArgumentTraits.Command) && !argument.AllowsLeadingDash;
        var traits = (SecretName.Is(specification.Name) ? MemberTraits.Secret : 0)
            | (argument.AllowsLeadingDash && argument.Marker is null ? MemberTraits.AllowLeadingDash : 0)
            | (isCommandLine ? MemberTraits.CommandLine : 0)
            | (argument.IsList ? MemberTraits.Counted : 0)
            | (isPairs ? MemberTraits.TuplePairs : 0);
        return new CommandMember(
            argument.Name,
            "",
            null,
            " ",
            null,
            after,
            traits,
            argument.IsList ? MemberShape.List : MemberShape.Value,
            Text,
            isPairs ? Text : null,
            new MemberStorage(
                isPairs ? StorageKind.AppendPair : argument.IsList ? StorageKind.Append : StorageKind.Replace,
                isPairs ? Pairs : argument.IsList ? $"{List}<string>" : "string?",
                isPairs ? "string?" : argument.IsList ? "string" : null,
                isPairs ? "string" : null,
                "public",
                argument.Field),
            Details: isPairs ? new MemberDetails { PairSeparator = specification.PairSeparator! } : null);
    }

    private static string Type(PlannedOption option) => option.Shape switch
    {
        _ when option.Specification.HasTruthValues => "bool?",
        _ when option.Specification.PairSeparator is not null => Pairs,
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
