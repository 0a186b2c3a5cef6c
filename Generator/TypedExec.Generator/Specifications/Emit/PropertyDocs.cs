using System.Text;
using TypedExec.CommandLines.Specifications;

namespace TypedExec.Generator.Specifications.Emit;

/// <summary>
/// Generates the documentation of the generated properties: the specification's own words, and how the property is rendered.
/// </summary>
internal static class PropertyDocs
{
    public static void Write(SourceWriter writer, PlannedOption option)
    {
        if (option.Documented is { } origin)
        {
            writer.Line($"/// <inheritdoc cref=\"{origin.TypeReference}.{option.OriginName}\"/>");
            return;
        }

        var specification = option.Specification;
        writer.Line($"/// <summary>{Summary(specification.Description, specification.Name)}</summary>");
        var remarks = new StringBuilder();
        AppendNames(remarks, specification.Names);
        AppendValues(remarks, option);
        if (option.Shape == MemberShape.Count)
        {
            remarks.Append("  The number of times that it is specified");
            remarks.Append(specification.MaxTimes == OptionSpecification.Unlimited ? "." : $", at most {specification.MaxTimes}.");
        }
        else if (option.Shape == MemberShape.NegatableFlag)
        {
            remarks.Append($" False renders <c>{DocText.From(OptionShapes.NegationOf(specification)!)}</c>.");
        }

        AppendOthers(remarks, " Mutually exclusive with ", specification.ExclusiveOn);
        AppendOthers(remarks, " Requires ", specification.DependsOn);
        AppendDanger(remarks, specification.Traits);
        if (!SaysTheSame(option.Name, specification.Name))
        {
            remarks.Append($" Named {option.Name} because the usual name for <c>{DocText.From(specification.Name)}</c> would conflict with another member.");
        }

        writer.Line($"/// <remarks>{remarks.ToString()}</remarks>");
    }

    public static void Write(SourceWriter writer, PlannedArgument argument)
    {
        var specification = argument.Specification!;
        var name = specification.Name.Length > 0 ? specification.Name : "argument";
        writer.Line($"/// <summary>{Summary(argument.Marker?.Description ?? specification.Description, name)}</summary>");
        var remarks = new StringBuilder();
        if (argument.Marker is { } marker)
        {
            remarks.Append($"After <c>{DocText.From(marker.Name)}</c>, at the end of the command line.");
        }
        else if (specification.Has(ArgumentTraits.Command) && argument.IsList)
        {
            remarks.Append("The command line of another program: only its first item must not start with a dash.");
        }
        else if (specification.Has(ArgumentTraits.Optional))
        {
            remarks.Append("Optional.");
        }

        if (argument.Marker is null && specification.After is { } after)
        {
            remarks.Append($" After <c>{DocText.From(after)}</c>.");
        }

        if (argument.Marker is null && specification.PairSeparator is { } separator)
        {
            remarks.Append($" Pairs, rendered as <c>key{DocText.From(separator)}value</c>.");
        }

        AppendDefault(remarks, specification);
        if (argument.Marker is null && specification.Name.Length > 0 && !SaysTheSame(argument.Name, specification.Name))
        {
            remarks.Append($" Named {argument.Name} because the usual name for <c>{DocText.From(specification.Name)}</c> would conflict with another member.");
        }

        if (remarks.Length > 0)
        {
            writer.Line($"/// <remarks>{remarks.ToString().Trim()}</remarks>");
        }
    }

    public static string Summary(string? description, string name)
    {
        var text = DocText.From(description ?? "").Trim();
        return text.Length > 0 ? text : $"<c>{DocText.From(name)}</c>.";
    }

    public static void AppendDanger(StringBuilder remarks, SpecificationTraits traits)
        => remarks.Append((traits & SpecificationTraits.Dangerous) != 0 ? "  Dangerous: it can cause damage that can't be undone." : "");

    private static void AppendNames(StringBuilder remarks, EquatableArray<string> names)
    {
        var separator = "";
        foreach (var name in names)
        {
            remarks.Append(separator).Append("<c>").Append(DocText.From(name)).Append("</c>");
            separator = ", ";
        }

        remarks.Append('.');
    }

    private static void AppendValues(StringBuilder remarks, PlannedOption option)
    {
        var arguments = option.Specification.Arguments;
        if (option.Shape is MemberShape.Values or MemberShape.Groups)
        {
            remarks.Append(" Values, in order:");
            foreach (var argument in arguments)
            {
                var name = argument.Name.Length > 0 ? DocText.From(argument.Name) : "value";
                remarks.Append($" <c>{(argument.Has(ArgumentTraits.Optional) ? $"[{name}]" : name)}{(argument.Has(ArgumentTraits.Variadic) ? "..." : "")}</c>");
            }

            remarks.Append('.');
        }
        else if (option.Specification.PairSeparator is { } separator)
        {
            remarks.Append($" Pairs, rendered as <c>key{DocText.From(separator)}value</c>.");
        }
        else if (option.Specification is { HasTruthValues: true, TrueValue: var whenTrue, FalseValue: var whenFalse })
        {
            remarks.Append(whenTrue is null ? " True renders nothing." : $" True renders the value <c>{DocText.From(whenTrue)}</c>.");
            remarks.Append(whenFalse is null ? " False renders nothing." : $" False renders the value <c>{DocText.From(whenFalse)}</c>.");
        }
        else if (option.Shape is MemberShape.OptionalValue or MemberShape.OptionalList)
        {
            remarks.Append("  The value is optional.");
        }

        if (option.Specification.Join is { } join)
        {
            remarks.Append($" All items are one value, joined with <c>{DocText.From(join)}</c>.");
        }
        else if (option.IsList && option.Specification.MaxTimes is > 1 and not OptionSpecification.Unlimited and var times)
        {
            remarks.Append($" At most {times} times.");
        }

        foreach (var argument in arguments)
        {
            AppendDefault(remarks, argument);
        }
    }

    private static void AppendDefault(StringBuilder remarks, ArgumentSpecification argument)
    {
        if (argument.Default is { } value)
        {
            remarks.Append($" Default: <c>{DocText.From(value)}</c>.");
        }
    }

    private static void AppendOthers(StringBuilder remarks, string text, EquatableArray<string> others)
    {
        if (others.Count > 0)
        {
            remarks.Append(text);
            AppendNames(remarks, others);
        }
    }

    /// <summary>Returns whether the C# name consists of the letters and digits of the spelling and nothing else.</summary>
    private static bool SaysTheSame(string name, string spelling)
    {
        var at = 0;
        foreach (var character in spelling)
        {
            if (!char.IsLetterOrDigit(character))
            {
                continue;
            }

            if (at == name.Length || char.ToUpperInvariant(name[at]) != char.ToUpperInvariant(character))
            {
                return false;
            }

            at++;
        }

        return at == name.Length;
    }
}
