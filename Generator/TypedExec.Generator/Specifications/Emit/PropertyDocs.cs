using System.Text;
using TypedExec.CommandLines.Specifications;

namespace TypedExec.Generator.Specifications.Emit;

/// <summary>The documentation of the generated properties: the specification's own words, and what C# makes of them.</summary>
internal static class PropertyDocs
{
    public static void Write(SourceWriter writer, PlannedOption option)
    {
        if (option.Origin is { } origin)
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
            remarks.Append(" How often it is given");
            remarks.Append(specification.MaxTimes == OptionSpecification.Unlimited ? "." : $", {specification.MaxTimes} times at most.");
        }
        else if (option.Shape == MemberShape.NegatableFlag)
        {
            remarks.Append($" False gives <c>{DocText.Of(OptionShapes.NegationOf(specification)!)}</c>.");
        }

        AppendOthers(remarks, " Not together with ", specification.ExclusiveOn);
        AppendOthers(remarks, " Only together with ", specification.DependsOn);
        AppendDanger(remarks, specification.Traits);
        if (!SaysTheSame(option.Name, specification.Name))
        {
            remarks.Append($" It is called {option.Name} here because C# has no other name for <c>{DocText.Of(specification.Name)}</c> that is free.");
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
            remarks.Append($"Behind <c>{DocText.Of(marker.Name)}</c>, at the end of the command line.");
        }
        else if (specification.Has(ArgumentTraits.Command) && argument.IsList)
        {
            remarks.Append("A command line of its own: only its first item must not start with a dash.");
        }
        else if (specification.Has(ArgumentTraits.Optional))
        {
            remarks.Append("May be left out.");
        }

        AppendDefault(remarks, specification);
        if (argument.Marker is null && specification.Name.Length > 0 && !SaysTheSame(argument.Name, specification.Name))
        {
            remarks.Append($" It is called {argument.Name} here because C# has no other name for <c>{DocText.Of(specification.Name)}</c> that is free.");
        }

        if (remarks.Length > 0)
        {
            writer.Line($"/// <remarks>{remarks.ToString().Trim()}</remarks>");
        }
    }

    public static string Summary(string? description, string name)
    {
        var text = DocText.Of(description ?? "").Trim();
        return text.Length > 0 ? text : $"<c>{DocText.Of(name)}</c>.";
    }

    public static void AppendDanger(StringBuilder remarks, SpecificationTraits traits)
        => remarks.Append((traits & SpecificationTraits.Dangerous) != 0 ? " Dangerous: it can do harm that cannot be undone." : "");

    private static void AppendNames(StringBuilder remarks, EquatableArray<string> names)
    {
        var separator = "";
        foreach (var name in names)
        {
            remarks.Append(separator).Append("<c>").Append(DocText.Of(name)).Append("</c>");
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
                var name = argument.Name.Length > 0 ? DocText.Of(argument.Name) : "value";
                remarks.Append($" <c>{(argument.Has(ArgumentTraits.Optional) ? $"[{name}]" : name)}{(argument.Has(ArgumentTraits.Variadic) ? "..." : "")}</c>");
            }

            remarks.Append('.');
        }
        else if (option.Shape is MemberShape.OptionalValue or MemberShape.OptionalList)
        {
            remarks.Append(" The value may be left out.");
        }

        if (option.IsList && option.Specification.MaxTimes is > 1 and not OptionSpecification.Unlimited and var times)
        {
            remarks.Append($" {times} times at most.");
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
            remarks.Append($" Default: <c>{DocText.Of(value)}</c>.");
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

    /// <summary>Whether the C# name has the letters and digits of the spelling and nothing else.</summary>
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
