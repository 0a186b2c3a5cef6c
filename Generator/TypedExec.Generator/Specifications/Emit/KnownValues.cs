using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Naming;

namespace TypedExec.Generator.Specifications.Emit;

/// <summary>
/// Generates the known values as constants: <c>Run.Known.Pull.Always</c>. They aren't an enum, because a program also accepts
/// other values, and its next version accepts more.
/// </summary>
internal static class KnownValues
{
    public static void Write(SourceWriter writer, PlannedClass target)
    {
        if (target.Declared is { } own && (own.Members.Contains(GeneratedNames.Known) || own.Nested.Any(static nested => nested.Name == GeneratedNames.Known)))
        {
            return;
        }

        var isOpen = false;
        foreach (var option in target.Options)
        {
            if (option.Origin is null)
            {
                Write(writer, target, option.Name, ValuesOf(option.Specification.Arguments), ref isOpen);
            }
        }

        foreach (var argument in target.Arguments)
        {
            if (argument.Specification is { } specification)
            {
                Write(writer, target, argument.Name, ValuesOf(argument.Marker?.Arguments ?? new([specification])), ref isOpen);
            }
        }

        if (isOpen)
        {
            writer.Close();
        }
    }

    private static List<string> ValuesOf(EquatableArray<ArgumentSpecification> arguments)
    {
        var values = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            foreach (var value in argument.Suggestions)
            {
                if (seen.Add(value))
                {
                    values.Add(value);
                }
            }
        }

        return values;
    }

    private static void Write(SourceWriter writer, PlannedClass target, string property, List<string> values, ref bool isOpen)
    {
        if (values.Count == 0)
        {
            return;
        }

        if (!isOpen)
        {
            isOpen = true;
            writer.Line($"""

                /// <summary>Provides the values that the program is known to accept, grouped by property.</summary>
                public static class {GeneratedNames.Known}
                """);
            writer.Open();
        }
        else
        {
            writer.Line();
        }

        writer.Line($"""
            /// <summary>Provides the known values of <see cref="{target.TypeReference}.{property}"/>.</summary>
            public static class {property}
            """);
        writer.Open();
        var names = MemberNames.ForValues(property, values);
        for (var i = 0; i < names.Length; i++)
        {
            writer.Line($"/// <summary><c>{DocText.From(values[i])}</c>.</summary>");
            writer.Line($"public const string {names[i]} = {new Literal(values[i])};");
        }

        writer.Close();
    }
}
