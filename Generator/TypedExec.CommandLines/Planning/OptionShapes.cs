using TypedExec.CommandLines.Model;
using TypedExec.CommandLines.Specifications;

namespace TypedExec.CommandLines.Planning;

/// <summary>What a property must hold to say all that can be said with an option.</summary>
internal static class OptionShapes
{
    public static MemberShape Of(OptionSpecification option)
    {
        if (option.Arguments.Count == 0)
        {
            return option.IsRepeatable ? MemberShape.Count : NegationOf(option) is null ? MemberShape.Flag : MemberShape.NegatableFlag;
        }

        var first = option.Arguments[0];
        if (option.Arguments.Count == 1 && !first.Has(ArgumentTraits.Variadic))
        {
            return first.Has(ArgumentTraits.Optional)
                ? option.IsRepeatable ? MemberShape.OptionalList : MemberShape.OptionalValue
                : option.IsRepeatable ? MemberShape.List : MemberShape.Value;
        }

        // With the option before every value it is plain where the values end: so where the program takes it repeated, or
        // wants the value in one argument with the name, a variadic value is written like that.
        if (option.Arguments.Count == 1 && (option.IsRepeatable || option.Separator is not null))
        {
            return MemberShape.List;
        }

        return option.IsRepeatable ? MemberShape.Groups : MemberShape.Values;
    }

    /// <summary>The spelling that says the opposite, where one option lists both: <c>--sign</c> and <c>--no-sign</c>.</summary>
    public static string? NegationOf(OptionSpecification option)
    {
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

    /// <summary>How many values go behind one option.</summary>
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
    /// What stands between name and value. A value that may be left out is part of the option's own argument, or the program
    /// would take it for the next one: <c>--color=always</c>, <c>-Ualways</c>.
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
