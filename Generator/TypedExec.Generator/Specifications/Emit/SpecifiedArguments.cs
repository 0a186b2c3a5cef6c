using TypedExec.Generator.Emit;

namespace TypedExec.Generator.Specifications.Emit;

/// <summary>
/// Generates the command line: the outer command's options, the subcommand's words, its own options, its arguments.
/// </summary>
internal static class SpecifiedArguments
{
    private const string Parameter = "global::TypedExec.Generated.CommandArguments arguments";

    public static void Write(SourceWriter writer, PlannedClass target)
    {
        if (!target.Inherits && target.Emits(MemberSet.ToArguments))
        {
            writer.Line("""

                /// <inheritdoc cref="global::TypedExec.ICommand.ToArguments"/>
                public global::System.Collections.Generic.IReadOnlyList<string> ToArguments()
                """);
            writer.Open();
            writer.Line("var arguments = new global::TypedExec.Generated.CommandArguments();");
            writer.Line("this.AddOptionsTo(arguments);");
            WriteArguments(writer, target);
            writer.Line("return arguments;");
            writer.Close();
        }

        WriteOptions(writer, target);
        if (target.Inherits && (target.Arguments.Count > 0 || HasLater(target)))
        {
            writer.Line($"""

                /// <inheritdoc/>
                protected override void AddArgumentsTo({Parameter})
                """);
            writer.Open();
            WriteArguments(writer, target);
            writer.Close();
        }

        if (HasLater(target))
        {
            writer.Line($"""

                private void AddOptionsAfterArgumentsTo({Parameter})
                """);
            writer.Open();
            WriteLater(writer, target);
            writer.Close();
        }

        foreach (var @enum in target.Declared?.Enums ?? default)
        {
            EnumText.Write(writer, @enum);
        }
    }

    /// <summary>Returns whether setting the options may violate a rule of the specification.</summary>
    public static bool AreChecked(PlannedClass target)
        => target.Exclusive.Count + target.Dependent.Count > 0 || target.Options.Any(static option => RelationsWriter.IsLimited(option.Member));

    private static void WriteOptions(SourceWriter writer, PlannedClass target)
    {
        writer.Line();
        if (target.Inherits)
        {
            writer.Line("/// <inheritdoc/>");
        }

        writer.Line($"{(target.Inherits ? "protected override" : "private")} void AddOptionsTo({Parameter})");
        writer.Open();
        foreach (var pair in target.Dependent)
        {
            RelationsWriter.WriteDependent(writer, pair.First, pair.Second);
        }

        if (target.ChecksDependenciesSeparately)
        {
            writer.Line("this.AddOuterOptionsTo(arguments);");
            writer.Close();
            writer.Line();
            writer.Line($"private void AddOuterOptionsTo({Parameter})");
            writer.Open();
        }

        foreach (var pair in target.Exclusive)
        {
            RelationsWriter.WriteExclusive(writer, pair.First, pair.Second);
        }

        WriteWordsAndOptions(writer, target);
        writer.Close();
    }

    private static void WriteWordsAndOptions(SourceWriter writer, PlannedClass target)
    {
        CommandMember[] options = [.. target.Options.Where(static option => !option.IsInherited).Select(static option => option.Member)];
        foreach (var option in options)
        {
            if (RelationsWriter.IsLimited(option))
            {
                RelationsWriter.WriteLimit(writer, option);
            }
        }

        WriteWords(writer, target);
        options = [.. options.Where(static option => option.Place != OptionPlace.AfterArguments)];
        foreach (var option in options)
        {
            // A list of values ends where the next option begins, so it comes before the others; the marker comes last.
            if (IsOpen(option))
            {
                MemberWriter.WriteOption(writer, option);
            }
        }

        SharedOptionsText.WriteCall(writer, target.Base, SharedSection.Lists);
        foreach (var option in options)
        {
            if (!IsOpen(option) && option.Spelling != "--")
            {
                MemberWriter.WriteOption(writer, option);
            }
        }

        SharedOptionsText.WriteCall(writer, target.Base, SharedSection.Options);
        foreach (var own in target.Declared?.Options ?? default)
        {
            if (own.Property.Place != OptionPlace.AfterArguments)
            {
                MemberWriter.WriteOption(writer, own.Property);
            }
        }

        foreach (var option in options)
        {
            if (option is { Spelling: "--", Shape: MemberShape.Flag })
            {
                writer.Line($"arguments.AddMarker(\"--\", this.{option.Holder});");
            }
        }
    }

    public static bool IsOpen(CommandMember option) => option.Shape is MemberShape.Values or MemberShape.Groups;

    /// <summary>Returns whether options go after the arguments: its own, those of its parents, or for all that [Run] methods know.</summary>
    private static bool HasLater(PlannedClass target)
        => LaterOptions(target).Any() || InheritsLater(target) || target.Declared is { HasInstanceMethods: true };

    private static bool InheritsLater(PlannedClass target) => target is { HasParent: true, Outer: { } outer } && HasLater(outer);

    private static IEnumerable<CommandMember> LaterOptions(PlannedClass target)
        => target.Options.Select(static option => option.Member)
            .Concat((target.Declared?.Options ?? default).Select(static own => own.Property))
            .Where(static option => option.Place == OptionPlace.AfterArguments);

    private static void WriteArguments(SourceWriter writer, PlannedClass target)
    {
        foreach (var argument in target.Arguments)
        {
            MemberWriter.WriteArgument(writer, argument.Member);
        }

        if (HasLater(target))
        {
            writer.Line("this.AddOptionsAfterArgumentsTo(arguments);");
        }
    }

    private static void WriteLater(SourceWriter writer, PlannedClass target)
    {
        if (InheritsLater(target))
        {
            writer.Line("this.Parent?.AddOptionsAfterArgumentsTo(arguments);");
        }

        foreach (var option in target.Options)
        {
            if (option is { IsInherited: false, Member: { Place: OptionPlace.AfterArguments } member })
            {
                MemberWriter.WriteOption(writer, member);
            }
        }

        SharedOptionsText.WriteCall(writer, target.Base, SharedSection.AfterArguments);
        foreach (var own in target.Declared?.Options ?? default)
        {
            if (own.Property.Place == OptionPlace.AfterArguments)
            {
                MemberWriter.WriteOption(writer, own.Property);
            }
        }
    }

    private static void WriteWords(SourceWriter writer, PlannedClass target)
    {
        if (target.HasParent)
        {
            writer.Line("if (this.Parent is { } parent)");
            writer.Open();
            writer.Line(target.Outer!.ChecksDependenciesSeparately ? "parent.AddOuterOptionsTo(arguments);" : "parent.AddOptionsTo(arguments);");
            writer.Close();
            if (target.OuterWords.Length > 0)
            {
                writer.Line("else");
                writer.Open();
                WriteWords(writer, target.OuterWords);
                writer.Close();
            }

            writer.Line();
        }
        else
        {
            WriteWords(writer, target.OuterWords);
        }

        WriteWords(writer, target.Words);
    }

    private static void WriteWords(SourceWriter writer, string[] words)
    {
        foreach (var word in words)
        {
            writer.Line($"arguments.Add({new Literal(word)});");
        }
    }
}
