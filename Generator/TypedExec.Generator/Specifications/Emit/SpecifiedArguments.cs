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
        if (target.Inherits && (target.Arguments.Count > 0 || HasLater(target) || AddsSeparately(target)))
        {
            writer.Line($"""

                /// <inheritdoc/>
                protected override void AddArgumentsTo({Parameter})
                """);
            writer.Open();
            WriteArguments(writer, target);
            writer.Close();
        }

        if (AddsSeparately(target))
        {
            WriteLater(writer, target, OptionPlace.AfterSubcommand);
        }

        if (HasLater(target))
        {
            WriteLater(writer, target, OptionPlace.AfterArguments);
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
        var isSeparate = AddsSeparately(target);
        if (!isSeparate && Inherits(target, OptionPlace.AfterSubcommand))
        {
            writer.Line("this.Parent?.AddOptionsAfterSubcommandTo(arguments);");
        }

        options = [.. options.Where(IsHere)];
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
        if (!isSeparate)
        {
            SharedOptionsText.WriteCall(writer, target.Base, SharedSection.AfterSubcommand);
        }

        foreach (var own in target.Declared?.Options ?? default)
        {
            if (IsHere(own.Property))
            {
                MemberWriter.WriteOption(writer, own.Property);
            }
        }

        WriteGroups(writer, target, OptionPlace.BeforeArguments);
        if (!isSeparate)
        {
            WriteMarker(writer, target);
        }

        bool IsHere(CommandMember option) => option.Place == OptionPlace.BeforeArguments || (option.Place == OptionPlace.AfterSubcommand && !isSeparate);
    }

    /// <summary>Generates the marker after which nothing is an option.</summary>
    private static void WriteMarker(SourceWriter writer, PlannedClass target)
    {
        foreach (var option in target.Options)
        {
            if (option is { Specification.Name: "--", Shape: MemberShape.Flag })
            {
                writer.Line($"arguments.AddMarker(\"--\", this.{option.Member.Holder});");
            }
        }
    }

    public static bool IsOpen(CommandMember option) => option.Shape is MemberShape.Values or MemberShape.Groups;

    /// <summary>Returns whether options go after the arguments: its own, those of its parents, or for all that [Run] methods know.</summary>
    private static bool HasLater(PlannedClass target) => Has(target, OptionPlace.AfterArguments);

    /// <summary>
    /// Returns whether the options after a subcommand's words are added by a separate method, because a subcommand, or a [Run]
    /// method, has words that come before them.
    /// </summary>
    private static bool AddsSeparately(PlannedClass target)
        => Has(target, OptionPlace.AfterSubcommand)
            && ((target.Subcommands.Count > 0 && target.PassesOptionsDown) || target.Declared is { HasInstanceMethods: true });

    private static bool Has(PlannedClass target, OptionPlace place)
        => target.Options.Select(static option => option.Member)
            .Concat((target.Declared?.Options ?? default).Select(static own => own.Property))
            .Concat(target.Groups.Select(static group => group.Member))
            .Any(option => option.Place == place)
            || Inherits(target, place)
            || target.Declared is { HasInstanceMethods: true };

    private static bool Inherits(PlannedClass target, OptionPlace place) => target is { HasParent: true, Outer: { } outer } && Has(outer, place);

    private static void WriteArguments(SourceWriter writer, PlannedClass target)
    {
        if (AddsSeparately(target))
        {
            writer.Line("this.AddOptionsAfterSubcommandTo(arguments);");
            WriteMarker(writer, target);
        }

        foreach (var argument in target.Arguments)
        {
            MemberWriter.WriteArgument(writer, argument.Member);
        }

        if (HasLater(target))
        {
            writer.Line("this.AddOptionsAfterArgumentsTo(arguments);");
        }
    }

    private static void WriteLater(SourceWriter writer, PlannedClass target, OptionPlace place)
    {
        writer.Line($"""

            private void AddOptions{place.ToString()}To({Parameter})
            """);
        writer.Open();
        if (Inherits(target, place))
        {
            writer.Line($"this.Parent?.AddOptions{place.ToString()}To(arguments);");
        }

        foreach (var option in target.Options)
        {
            if (!option.IsInherited && option.Member is var member && member.Place == place)
            {
                MemberWriter.WriteOption(writer, member);
            }
        }

        SharedOptionsText.WriteCall(writer, target.Base, place == OptionPlace.AfterSubcommand ? SharedSection.AfterSubcommand : SharedSection.AfterArguments);
        foreach (var own in target.Declared?.Options ?? default)
        {
            if (own.Property.Place == place)
            {
                MemberWriter.WriteOption(writer, own.Property);
            }
        }

        WriteGroups(writer, target, place);
        writer.Close();
    }

    private static void WriteGroups(SourceWriter writer, PlannedClass target, OptionPlace place)
    {
        foreach (var group in target.Groups)
        {
            if (group.Member is var member && member.Place == place)
            {
                MemberWriter.WriteOption(writer, member);
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
