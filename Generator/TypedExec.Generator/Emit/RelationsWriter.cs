namespace TypedExec.Generator.Emit;

/// <summary>Generates the checks that mutually exclusive options aren't combined, and that required options are set.</summary>
internal static class RelationsWriter
{
    /// <summary>Generates the relations of the options that one class declares.</summary>
    public static void Write(SourceWriter writer, EquatableArray<CommandMember> options)
    {
        HashSet<(string, string)>? seen = null;
        foreach (var option in options)
        {
            if (option.Details is not { HasRelations: true } details || Use(option) is not { } use)
            {
                continue;
            }

            foreach (var name in details.ExclusiveOn)
            {
                if (Find(options, name) is { } other && other != option && Use(other) is { } otherUse
                    && (seen ??= []).Add((option.Name, other.Name)) && seen.Add((other.Name, option.Name)))
                {
                    WriteExclusive(writer, use, otherUse);
                }
            }

            foreach (var name in details.DependsOn)
            {
                if (Find(options, name) is { } other && other != option && Use(other) is { } otherUse)
                {
                    WriteDependent(writer, use, otherUse);
                }
            }
        }
    }

    public static void WriteExclusive(SourceWriter writer, OptionReference first, OptionReference second)
        => Write(writer, first.Condition.And(second.Condition), "MutuallyExclusiveException", first, second);

    public static void WriteDependent(SourceWriter writer, OptionReference first, OptionReference second)
        => Write(writer, first.Condition.And(second.Condition.Not()), "MissingDependencyException", first, second);

    /// <summary>Generates the check that an option isn't repeated more often than the program accepts it.</summary>
    public static void WriteLimit(SourceWriter writer, CommandMember option)
        => writer.Line($"global::TypedExec.Generated.CommandArguments.ThrowIfRepeated({new Literal(option.Name)}, {new Literal(option.Spelling)}, this.{option.Holder}?.Count ?? 0, {option.Details!.MaxTimes});");

    public static bool IsLimited(CommandMember option)
        => option.Shape is MemberShape.List or MemberShape.OptionalList or MemberShape.Groups && option.Details is { MaxTimes: < MemberDetails.Unlimited };

    private static OptionReference? Use(CommandMember option)
        => GivenCondition.From(option, "this") is { } condition ? new OptionReference(option.Name, option.Spelling, condition, false) : null;

    private static void Write(SourceWriter writer, Condition condition, string error, OptionReference first, OptionReference second)
    {
        writer.Line($"if ({condition.Text})");
        writer.Open();
        writer.Line($"throw global::TypedExec.Generated.CommandArguments.{error}({new Literal(first.Property)}, {new Literal(first.Spelling)}, {new Literal(second.Property)}, {new Literal(second.Spelling)});");
        writer.Close();
        writer.Line();
    }

    private static CommandMember? Find(EquatableArray<CommandMember> options, string name)
    {
        foreach (var option in options)
        {
            if (option.IsSpelled(name))
            {
                return option;
            }
        }

        return null;
    }
}
