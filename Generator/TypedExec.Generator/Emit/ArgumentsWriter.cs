namespace TypedExec.Generator.Emit;

/// <summary>Generates <c>ToArguments()</c>: the members in the order of the command line.</summary>
internal static class ArgumentsWriter
{
    private const string Parameter = "global::TypedExec.Generated.CommandArguments arguments";

    public static void Write(SourceWriter writer, CommandModel original)
    {
        var command = ObsoleteMembers.Replace(writer, original);
        var places = Places(command);
        var handsDown = command.Has(CommandTraits.PassesOptionsDown) || command.Has(CommandTraits.HasInstanceMethods);
        if (command.Emits(MemberSet.ToArguments))
        {
            WriteToArguments(writer, command, places, handsDown);
        }

        if (handsDown)
        {
            writer.Line($"""

                private void AddOptionsTo({Parameter})
                """);
            writer.Open();
            WriteChecks(writer, command.Options);
            WriteWords(writer, command);
            WriteOptions(writer, command, OptionPlace.BeforeArguments);
            writer.Close();
        }

        if (handsDown)
        {
            WriteLater(writer, command, places, OptionPlace.AfterSubcommand);
            WriteLater(writer, command, places, OptionPlace.AfterArguments);
        }

        foreach (var @enum in command.Enums)
        {
            EnumText.Write(writer, @enum);
        }
    }

    /// <summary>Generates the members of a group of options.</summary>
    public static void WriteGroup(SourceWriter writer, CommandModel original)
    {
        var group = ObsoleteMembers.Replace(writer, original);
        writer.Line($"void global::TypedExec.Generated.IOptionGroup.AddTo({Parameter})");
        writer.Open();
        WriteChecks(writer, group.Options);
        WriteOptions(writer, group, OptionPlace.BeforeArguments);
        WriteOptions(writer, group, OptionPlace.AfterSubcommand);
        WriteArguments(writer, group);
        WriteOptions(writer, group, OptionPlace.AfterArguments);
        writer.Close();
        foreach (var @enum in group.Enums)
        {
            EnumText.Write(writer, @enum);
        }
    }

    private static void WriteToArguments(SourceWriter writer, CommandModel command, CommandTraits outer, bool handsDown)
    {
        var modifier = command.Has(CommandTraits.HidesToArguments) ? "new "
            : command.Has(CommandTraits.DerivesFromCommand) ? "override "
            : command.Has(CommandTraits.Sealed) ? ""
            : "virtual ";
        writer.Line($"""

            /// <inheritdoc cref="global::TypedExec.ICommand.ToArguments"/>
            public {modifier}global::System.Collections.Generic.IReadOnlyList<string> ToArguments()
            """);
        writer.Open();
        writer.Line($"var arguments = new global::TypedExec.Generated.CommandArguments({Capacity(command)});");
        var hasAfterSubcommand = (outer & CommandTraits.OuterAfterSubcommand) != 0 || Has(command, OptionPlace.AfterSubcommand);
        if (handsDown && !hasAfterSubcommand)
        {
            writer.Line("this.AddOptionsTo(arguments);");
        }
        else
        {
            WriteChecks(writer, command.Options);
            WriteWords(writer, command);
            if (command.Has(CommandTraits.OuterAfterSubcommand))
            {
                writer.Line("this.Parent?.AddOptionsAfterSubcommandTo(arguments);");
            }

            foreach (var option in command.Options)
            {
                if (option.Place != OptionPlace.AfterArguments)
                {
                    MemberWriter.WriteOption(writer, option);
                }
            }
        }

        WriteArguments(writer, command);
        if (command.Has(CommandTraits.OuterAfterArguments))
        {
            writer.Line("this.Parent?.AddOptionsAfterArgumentsTo(arguments);");
        }

        WriteOptions(writer, command, OptionPlace.AfterArguments);
        writer.Line("return arguments;");
        writer.Close();
    }

    /// <summary>Generates the options that a subcommand doesn't place before its words.</summary>
    private static void WriteLater(SourceWriter writer, CommandModel command, CommandTraits places, OptionPlace place)
    {
        var outer = place == OptionPlace.AfterSubcommand ? CommandTraits.OuterAfterSubcommand : CommandTraits.OuterAfterArguments;
        if ((places & outer) == 0)
        {
            return;
        }

        writer.Line($"""

            private void AddOptions{place.ToString()}To({Parameter})
            """);
        writer.Open();
        if (command.Has(outer))
        {
            writer.Line($"this.Parent?.AddOptions{place.ToString()}To(arguments);");
        }

        WriteOptions(writer, command, place);
        writer.Close();
    }

    /// <summary>Returns the places that the class's options and those of the outer ones have, besides the default.</summary>
    private static CommandTraits Places(CommandModel command)
        => (command.Traits & (CommandTraits.OuterAfterSubcommand | CommandTraits.OuterAfterArguments))
            | (Has(command, OptionPlace.AfterSubcommand) ? CommandTraits.OuterAfterSubcommand : CommandTraits.None)
            | (Has(command, OptionPlace.AfterArguments) ? CommandTraits.OuterAfterArguments : CommandTraits.None);

    private static bool Has(CommandModel command, OptionPlace place)
    {
        foreach (var option in command.Options)
        {
            if (option.Place == place)
            {
                return true;
            }
        }

        return false;
    }

    // Two for an option with its value, so that a typical line never grows the list.
    private static int Capacity(CommandModel command)
        => Math.Max(4, command.Path.Count + (2 * command.Options.Count) + command.Arguments.Count + (command.Parent is null ? 0 : 4));

    private static void WriteChecks(SourceWriter writer, EquatableArray<CommandMember> options) => RelationsWriter.Write(writer, options);

    private static void WriteOptions(SourceWriter writer, CommandModel command, OptionPlace place)
    {
        foreach (var option in command.Options)
        {
            if (option.Place == place)
            {
                MemberWriter.WriteOption(writer, option);
            }
        }
    }

    private static void WriteArguments(SourceWriter writer, CommandModel command)
    {
        foreach (var argument in command.Arguments)
        {
            MemberWriter.WriteArgument(writer, argument);
        }
    }

    /// <summary>Generates the outer command's options, and the words that select the subcommand.</summary>
    private static void WriteWords(SourceWriter writer, CommandModel command)
    {
        var above = command.Path.Count - command.OwnPath;
        if (command.Parent is null)
        {
            WriteWords(writer, command, 0, command.Path.Count);
            return;
        }

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

    private static void WriteWords(SourceWriter writer, CommandModel command, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            writer.Line($"arguments.Add({new Literal(command.Path[i])});");
        }
    }
}
