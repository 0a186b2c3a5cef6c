using TypedExec.Generator.Emit;

namespace TypedExec.Generator.Specifications.Emit;

/// <summary>Generates the properties of a class's groups of options, and the classes of their items.</summary>
internal static class SpecifiedGroupText
{
    public static void WriteProperties(SourceWriter writer, PlannedClass target)
    {
        foreach (var group in target.Groups)
        {
            writer.Line($"""

                /// <summary>{PropertyDocs.Summary(group.Specification.Description, group.Specification.Name)}</summary>
                """);
            SpecifiedProperties.Write(writer, group.Member, "private");
        }
    }

    public static void WriteClasses(SourceWriter writer, PlannedClass target)
    {
        foreach (var group in target.Groups)
        {
            writer.Line($"""

                /// <summary>{PropertyDocs.Summary(group.Specification.Description, group.Specification.Name)}</summary>
                /// <remarks>The options and arguments of one item of <see cref="{target.TypeReference}.{group.Name}"/>.</remarks>
                """);
            GeneratedFile.WriteMark(writer);
            writer.Line($"public sealed class {group.Class.Name} : global::TypedExec.Generated.IOptionGroup");
            writer.Open();
            SpecifiedProperties.Write(writer, group.Class);
            KnownValues.Write(writer, group.Class);
            WriteArguments(writer, group.Class);
            writer.Close();
        }
    }

    private static void WriteArguments(SourceWriter writer, PlannedClass group)
    {
        writer.Line("""

            void global::TypedExec.Generated.IOptionGroup.AddTo(global::TypedExec.Generated.CommandArguments arguments)
            """);
        writer.Open();
        CommandMember[] options = [.. group.Options.Select(static option => option.Member).OrderBy(static option => SpecifiedArguments.IsOpen(option) ? 0 : 1)];
        RelationsWriter.Write(writer, new(options));
        foreach (var option in options.Where(RelationsWriter.IsLimited))
        {
            RelationsWriter.WriteLimit(writer, option);
        }

        foreach (var option in options)
        {
            if (option.Place != OptionPlace.AfterArguments)
            {
                MemberWriter.WriteOption(writer, option);
            }
        }

        foreach (var argument in group.Arguments)
        {
            MemberWriter.WriteArgument(writer, argument.Member);
        }

        foreach (var option in options)
        {
            if (option.Place == OptionPlace.AfterArguments)
            {
                MemberWriter.WriteOption(writer, option);
            }
        }

        writer.Close();
    }
}
