using TypedExec.CommandLines.Model;
using TypedExec.CommandLines.Naming;
using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Text;

namespace TypedExec.CommandLines.Planning;

/// <summary>Converts a specification to a member that code could declare.</summary>
internal static class SpecifiedMember
{
    public const string OptionalValue = "global::TypedExec.OptionalValue";
    public const string OneOrMany = "global::TypedExec.OneOrMany";
    public const string List = "global::System.Collections.Generic.IReadOnlyList";

    // Pairs keep their order, and a key can be repeated. A key without a value is rendered alone.
    public const string Pairs = List + "<(string Key, string? Value)>";

    private static readonly ValueModel Truth = new(ValueKind.Boolean, ValueNullability.NullableValue);
    private static readonly ValueModel Text = new(ValueKind.String, ValueNullability.Reference);
    private static readonly ValueModel Number = new(ValueKind.Formattable, ValueNullability.Never);
    private static readonly ValueModel NullableNumber = new(ValueKind.Formattable, ValueNullability.NullableValue);

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
            | (isPairs ? MemberTraits.TuplePairs : 0)
            | (option.IsOneOrMany ? MemberTraits.OneOrMany : 0);
        var number = NumberType(option);
        if (number is not null && option.Shape is MemberShape.OptionalValue or MemberShape.OptionalList)
        {
            traits |= MemberTraits.TypedOptionalValue;
        }

        return new CommandMember(
            option.Name,
            specification.Name,
            option.Shape == MemberShape.NegatableFlag ? OptionShapes.NegationOf(specification) : null,
            OptionShapes.Separator(specification),
            specification.Join,
            null,
            traits,
            option.Shape,
            specification.HasTruthValues ? Truth : Value(number, option.Shape == MemberShape.Value),
            isPairs ? Text : null,
            new MemberStorage(
                option.Shape == MemberShape.Groups ? StorageKind.AppendList : isPairs ? StorageKind.AppendPair : isList ? StorageKind.Append : StorageKind.Replace,
                Type(option, number),
                option.Shape == MemberShape.OptionalList ? OptionalValueOf(number) : isPairs ? "string?" : isList ? number ?? "string" : null,
                isPairs ? "string" : null,
                "public",
                option.Field,
                option.Documented?.TypeReference),
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
        var traits = ((specification.IsSecret ?? SecretName.Is(specification.Name)) ? MemberTraits.Secret : 0)
            | (argument.AllowsLeadingDash && argument.Marker is null ? MemberTraits.AllowLeadingDash : 0)
            | (isCommandLine ? MemberTraits.CommandLine : 0)
            | (argument.IsList ? MemberTraits.Counted : 0)
            | (isPairs ? MemberTraits.TuplePairs : 0);
        var number = argument.Marker is null && !isPairs ? specification.NumberType : null;
        return new CommandMember(
            argument.Name,
            "",
            null,
            " ",
            null,
            after,
            traits,
            argument.IsList ? MemberShape.List : MemberShape.Value,
            Value(number, !argument.IsList),
            isPairs ? Text : null,
            new MemberStorage(
                isPairs ? StorageKind.AppendPair : argument.IsList ? StorageKind.Append : StorageKind.Replace,
                isPairs ? Pairs : argument.IsList ? $"{List}<{number ?? "string"}>" : $"{number ?? "string"}?",
                isPairs ? "string?" : argument.IsList ? number ?? "string" : null,
                isPairs ? "string" : null,
                "public",
                argument.Field),
            Details: isPairs ? new MemberDetails { PairSeparator = specification.PairSeparator! } : null);
    }

    /// <summary>Returns the type of an option's only value if it is a number; otherwise null.</summary>
    private static string? NumberType(PlannedOption option)
        => option.Specification is { Arguments.Count: 1, PairSeparator: null, HasTruthValues: false } specification
            && option.Shape is not (MemberShape.Values or MemberShape.Groups)
                ? specification.Arguments[0].NumberType
                : null;

    private static ValueModel Value(string? number, bool isNullable) => number is null ? Text : isNullable ? NullableNumber : Number;

    private static string OptionalValueOf(string? number) => number is null ? OptionalValue : $"{OptionalValue}<{number}>";

    // A required number is nullable too: it isn't set until the initializer or the builder sets it.
    private static string Type(PlannedOption option, string? number) => option.Shape switch
    {
        _ when option.Specification.HasTruthValues => "bool?",
        _ when option.Specification.PairSeparator is not null => Pairs,
        MemberShape.Flag => "bool",
        MemberShape.NegatableFlag => "bool?",
        MemberShape.Count => "int",
        MemberShape.Value => option.IsRequired && number is null ? "string" : $"{number ?? "string"}?",
        MemberShape.OptionalValue => OptionalValueOf(number),
        MemberShape.OptionalList => $"{List}<{OptionalValueOf(number)}>",
        MemberShape.Groups => $"{List}<{List}<string>>",
        _ => $"{(option.IsOneOrMany ? OneOrMany : List)}<{number ?? "string"}>",
    };

    private static bool IsSecret(OptionSpecification option)
        => option.IsSecret ?? (option.Names.Any(SecretName.Is) || (option.Arguments.Count == 1 && SecretName.Is(option.Arguments[0].Name)));
}
