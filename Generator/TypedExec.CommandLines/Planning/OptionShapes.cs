using TypedExec.CommandLines.Model;
using TypedExec.CommandLines.Specifications;

namespace TypedExec.CommandLines.Planning;

/// <summary>Determines the type of property that can express everything about an option.</summary>
internal static class OptionShapes
{
    public static MemberShape Find(OptionSpecification option)
    {
        if (option.HasTruthValues)
        {
            return MemberShape.Value;
        }

        if (option.Join is not null || option.PairSeparator is not null)
        {
            return MemberShape.List;
        }

        if (option.Arguments.Count == 0)
        {
            return option.IsRepeatable ? MemberShape.Count : NegationOf(option) is null ? MemberShape.Flag : MemberShape.NegatableFlag;
        }

        var first = option.Arguments[0];
        if (option.Arguments.Count == 1 && !first.Has(ArgumentTraits.Variadic))
        {
            return first.Has(ArgumentTraits.Optional)
                ? option.IsRepeatable ? MemberShape.OptionalList : MemberShape.OptionalValue
                : option.MaxTimes == 1 ? MemberShape.Value : MemberShape.List;
        }

        // If the option comes before every value, it is clear where the values end. So a variadic value is written like that if
        // the program accepts the option repeatedly, or requires the value in one argument with the name.
        if (option.Arguments.Count == 1 && (option.IsRepeatable || option.Separator is not (null or " ")))
        {
            return MemberShape.List;
        }

        return option.IsRepeatable ? MemberShape.Groups : MemberShape.Values;
    }

    /// <summary>
    /// Returns the spelling that means the opposite, if one option lists both: <c>--sign</c> and <c>--no-sign</c>.
    /// </summary>
    public static string? NegationOf(OptionSpecification option)
    {
        if (option.Negation is not null)
        {
            return option.Negation;
        }

        if (option.Name.StartsWith("--", StringComparison.Ordinal))
        {
            var negation = option.Name.StartsWith("--no-", StringComparison.Ordinal) ? "--" + option.Name.Substring(5) : "--no-" + option.Name.Substring(2);
            foreach (var name in option.Names)
            {
                if (name == negation)
                {
                    return negation;
                }
            }
        }

        return null;
    }

    /// <summary>Returns how many values follow one option.</summary>
    public static (int Min, int Max) Range(OptionSpecification option)
    {
        var min = 0;
        var max = 0;
        foreach (var argument in option.Arguments)
        {
            min += argument.Has(ArgumentTraits.Optional) ? 0 : 1;
            max = argument.Has(ArgumentTraits.Variadic) || max == int.MaxValue ? int.MaxValue : max + 1;
        }

        return (min, max);
    }

    /// <summary>
    /// Returns the text between name and value. An optional value is part of the option's own argument, or the program would read
    /// it as the next one: <c>--color=always</c>, <c>-Ualways</c>.
    /// </summary>
    public static string Separator(OptionSpecification option)
    {
        var last = option.Name[option.Name.Length - 1];
        if (option.Name.Length > 1 && last is '=' or ':')
        {
            return "";
        }

        if (option.Separator is not null)
        {
            return option.Separator;
        }

        return option.Arguments.Count != 1 || !option.Arguments[0].Has(ArgumentTraits.Optional) || option.Name[0] != '-'
            ? " "
            : option.Name.Length == 2 ? "" : "=";
    }
}
