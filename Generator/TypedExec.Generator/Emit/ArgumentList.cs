
namespace TypedExec.Generator.Emit;

/// <summary><c>ToArguments()</c>: the properties in the order of the command line.</summary>
internal static class ArgumentList
{
    public static void Write(SourceWriter writer, CommandModel command)
    {
        var handsDown = command.Has(CommandTraits.HandsDownOptions) || command.Has(CommandTraits.HasInstanceMethods);
        if (command.Emits(MemberSet.ToArguments))
        {
            writer.Line("""

                /// <summary>The arguments behind the program's name, in order.</summary>
                public global::System.Collections.Generic.IReadOnlyList<string> ToArguments()
                """);
            writer.Open();
            writer.Line($"var arguments = new global::TypedExec.CommandArguments({Capacity(command)});");
            if (handsDown)
            {
                writer.Line("this.AddOptionsTo(arguments);");
            }
            else
            {
                WriteOptions(writer, command);
            }

            foreach (var argument in command.Arguments)
            {
                WriteArgument(writer, argument);
            }

            writer.Line("return arguments;");
            writer.Close();
        }

        if (handsDown)
        {
            writer.Line("""

                private void AddOptionsTo(global::TypedExec.CommandArguments arguments)
                """);
            writer.Open();
            WriteOptions(writer, command);
            writer.Close();
        }

        foreach (var @enum in command.Enums)
        {
            WriteEnum(writer, @enum);
        }
    }

    // Two for an option with its value, so that the usual line never grows the list.
    private static int Capacity(CommandModel command)
        => Math.Max(4, command.Path.Count + (2 * command.Options.Count) + command.Arguments.Count + (command.Parent is null ? 0 : 4));

    private static void WriteOptions(SourceWriter writer, CommandModel command)
    {
        OptionRelationChecks.Write(writer, command.Options);
        var above = command.Path.Count - command.OwnPath;
        if (command.Parent is not null)
        {
            writer.Line("if (this.Parent is { } parent)");
            writer.Open();
            writer.Line("parent.AddOptionsTo(arguments);");
            writer.Close();
            if (above > 0)
            {
                writer.Line("else");
                writer.Open();
                WriteWords(writer, command, 0, above);
                writer.Close();
            }

            writer.Line();
            WriteWords(writer, command, above, command.Path.Count);
        }
        else
        {
            WriteWords(writer, command, 0, command.Path.Count);
        }

        foreach (var option in command.Options)
        {
            WriteOption(writer, option);
        }
    }

    private static void WriteWords(SourceWriter writer, CommandModel command, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            writer.Line($"arguments.Add({new Literal(command.Path[i])});");
        }
    }

    public static void WriteOption(SourceWriter writer, PropertyModel option)
    {
        if (option.Shape == PropertyShape.Flag)
        {
            writer.Line($"arguments.AddFlag({new Literal(option.Spelling)}, this.{option.Identifier});");
            return;
        }

        if (option.Shape == PropertyShape.NegatableFlag)
        {
            writer.Line($"arguments.AddFlag({new Literal(option.Spelling)}, {new Literal(option.Negation)}, this.{option.Identifier});");
            return;
        }

        if (option.Shape is PropertyShape.Count or PropertyShape.OptionalValue or PropertyShape.OptionalList or PropertyShape.Groups)
        {
            WriteRich(writer, option);
            return;
        }

        var isList = option.Shape != PropertyShape.Value;
        var isBehindOne = isList && option.Rules is { TakesSeveralValues: true };
        var method = isBehindOne ? "AddValues" : isList ? "AddOptions" : "AddOption";
        writer.Write($"arguments.{method}({new Literal(option.Name)}, {new Literal(option.Spelling)}, ");
        ValueText.Write(writer, option);
        if (isBehindOne)
        {
            WriteLimits(writer, option.Rules);
        }

        if (option.Separator != " ")
        {
            writer.Write($", separator: {new Literal(option.Separator)}");
        }

        if (isList && !isBehindOne && option.Join is not null)
        {
            writer.Write($", join: {new Literal(option.Join)}");
        }

        WriteEnd(writer, option);
    }

    /// <summary>An option that counts, whose value may be left out, or that is given with several values each time.</summary>
    private static void WriteRich(SourceWriter writer, PropertyModel option)
    {
        var method = option.Shape switch
        {
            PropertyShape.Count => "AddCount",
            PropertyShape.OptionalValue => "AddOptionalValue",
            PropertyShape.OptionalList => "AddOptionalValues",
            _ => "AddValueGroups",
        };
        writer.Write($"arguments.{method}({new Literal(option.Name)}, {new Literal(option.Spelling)}, this.{option.Identifier}");
        if (option.Shape == PropertyShape.Groups)
        {
            WriteLimits(writer, option.Rules);
        }

        if (option.Shape != PropertyShape.Count && option.Separator != " ")
        {
            writer.Write($", separator: {new Literal(option.Separator)}");
        }

        WriteEnd(writer, option);
    }

    /// <summary>How many values stand behind one option; any number, unless the attribute says it.</summary>
    private static void WriteLimits(SourceWriter writer, OptionRules? rules)
    {
        writer.Write($", {rules?.MinValues ?? 1}");
        writer.Write(rules is { TakesSeveralValues: true, MaxValues: < int.MaxValue and var max } ? $", {max}" : "");
    }

    public static void WriteArgument(SourceWriter writer, PropertyModel argument)
    {
        var method = argument.Shape == PropertyShape.Value ? "AddArgument" : "AddArguments";
        writer.Write($"arguments.{method}({new Literal(argument.Name)}, ");
        ValueText.Write(writer, argument);
        if (argument.After is not null)
        {
            writer.Write($", after: {new Literal(argument.After)}");
        }

        if (argument.Has(PropertyTraits.AllowLeadingDash))
        {
            writer.Write(", allowLeadingDash: true");
        }

        WriteEnd(writer, argument);
    }

    private static void WriteEnd(SourceWriter writer, PropertyModel property)
        => writer.Line(property.Has(PropertyTraits.Secret) ? ", secret: true);" : ");");

    public static void WriteEnum(SourceWriter writer, EnumModel @enum)
    {
        writer.Line($"""

            private static string? TextOf({@enum.Type}? value) => value switch
            """);
        writer.Open();
        writer.Line("null => null,");
        foreach (var member in @enum.Members)
        {
            writer.Line($"{@enum.Type}.{member.Reference} => {new Literal(member.Text)},");
        }

        writer.Line("_ => throw global::TypedExec.CommandArguments.UndefinedValue(value.Value),");
        writer.Close("};");
    }
}
