using TypedExec.Generator.Emit;
using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Naming;

namespace TypedExec.Generator.Specifications.Emit;

/// <summary>The command line: the outer command's options, the subcommand's words, its own options, its arguments.</summary>
internal static class SpecifiedArguments
{
    public static void Write(SourceWriter writer, PlannedClass target)
    {
        if (!target.Inherits && !target.Has(MemberSet.ToArguments))
        {
            writer.Line("""

                /// <summary>The arguments behind the program's name, in order.</summary>
                public global::System.Collections.Generic.IReadOnlyList<string> ToArguments()
                """);
            writer.Open();
            writer.Line("var arguments = new global::TypedExec.CommandArguments();");
            writer.Line("this.AddOptionsTo(arguments);");
            foreach (var argument in target.Arguments)
            {
                WriteArgument(writer, argument);
            }

            writer.Line("return arguments;");
            writer.Close();
        }

        WriteOptions(writer, target);
        if (target.Inherits && target.Arguments.Count > 0)
        {
            writer.Line("""

                /// <inheritdoc/>
                protected override void AddArgumentsTo(global::TypedExec.CommandArguments arguments)
                """);
            writer.Open();
            foreach (var argument in target.Arguments)
            {
                WriteArgument(writer, argument);
            }

            writer.Close();
        }

        foreach (var @enum in target.Declared?.Enums ?? default)
        {
            ArgumentList.WriteEnum(writer, @enum);
        }
    }

    private static void WriteOptions(SourceWriter writer, PlannedClass target)
    {
        writer.Line();
        if (target.Inherits)
        {
            writer.Line("/// <inheritdoc/>");
        }

        writer.Line($"{(target.Inherits ? "protected override" : "private")} void AddOptionsTo(global::TypedExec.CommandArguments arguments)");
        writer.Open();
        WritePairs(writer, target.Dependent, static (first, second) => $"{first} && !({second})", "Dependent");
        if (target.ChecksApart)
        {
            writer.Line("this.AddOuterOptionsTo(arguments);");
            writer.Close();
            writer.Line();
            writer.Line("private void AddOuterOptionsTo(global::TypedExec.CommandArguments arguments)");
            writer.Open();
        }

        WritePairs(writer, target.Exclusive, static (first, second) => $"{first} && {InAnd(second)}", "Exclusive");
        WriteLimits(writer, target);
        WriteWords(writer, target);
        foreach (var option in target.Options)
        {
            // A list of values ends where the next option begins, so it goes before the others; the marker goes last.
            if (option.Shape is OptionShape.Values or OptionShape.Groups)
            {
                SpecifiedOption.Write(writer, option);
            }
        }

        foreach (var option in target.Options)
        {
            if (option.Shape is not (OptionShape.Values or OptionShape.Groups) && option.Specification.Name != "--")
            {
                SpecifiedOption.Write(writer, option);
            }
        }

        foreach (var own in target.Declared?.Options ?? default)
        {
            ArgumentList.WriteOption(writer, own.Property);
        }

        foreach (var option in target.Options)
        {
            if (option.Specification.Name == "--" && option.Shape == OptionShape.Flag)
            {
                writer.Line($"arguments.AddMarker(\"--\", this.{option.Field});");
            }
        }

        writer.Close();
    }

    private static void WritePairs(SourceWriter writer, List<OptionPair> pairs, Func<string, string, string> condition, string error)
    {
        foreach (var pair in pairs)
        {
            var (first, second) = (pair.First, pair.Second);
            writer.Line($"if ({condition(InAnd(first.Condition), second.Condition)})");
            writer.Open();
            writer.Line($"throw global::TypedExec.CommandArguments.{error}({new Literal(first.Property)}, {new Literal(first.Spelling)}, {new Literal(second.Property)}, {new Literal(second.Spelling)});");
            writer.Close();
            writer.Line();
        }
    }

    private static string InAnd(string condition) => condition.Contains(" || ") ? $"({condition})" : condition;

    private static void WriteLimits(SourceWriter writer, PlannedClass target)
    {
        foreach (var option in target.Options)
        {
            if (IsLimited(option))
            {
                writer.Line($"global::TypedExec.CommandArguments.RefuseMore({new Literal(option.Name)}, {new Literal(option.Specification.Name)}, this.{option.Field}?.Count ?? 0, {option.Specification.MaxTimes});");
            }
        }
    }

    /// <summary>Whether setting the options may break a rule of the specification.</summary>
    public static bool AreChecked(PlannedClass target)
        => target.Exclusive.Count + target.Dependent.Count > 0 || target.Options.Any(IsLimited);

    private static bool IsLimited(PlannedOption option)
        => option.Shape is OptionShape.List or OptionShape.OptionalList or OptionShape.Groups
            && option.Specification.MaxTimes is > 1 and not OptionSpecification.Unlimited;

    private static void WriteWords(SourceWriter writer, PlannedClass target)
    {
        if (target.HasParent)
        {
            writer.Line("if (this.Parent is { } parent)");
            writer.Open();
            writer.Line(target.Outer!.ChecksApart ? "parent.AddOuterOptionsTo(arguments);" : "parent.AddOptionsTo(arguments);");
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

    private static void WriteArgument(SourceWriter writer, PlannedArgument argument)
    {
        if (argument.Own is { } own)
        {
            ArgumentList.WriteArgument(writer, own);
            return;
        }

        var specification = argument.Specification!;
        var isCommandLine = argument.IsList && specification.Has(ArgumentTraits.Command) && argument.Marker is null && !argument.AllowsLeadingDash;
        var method = isCommandLine ? "AddCommandLine" : argument.IsList ? "AddArguments" : "AddArgument";
        writer.Write($"arguments.{method}({new Literal(argument.Name)}, this.{argument.Field}");
        if (argument.Marker is { } marker)
        {
            writer.Write($", after: {new Literal(marker.Name)}");
        }
        else if (argument.AllowsLeadingDash)
        {
            writer.Write(", allowLeadingDash: true");
        }

        writer.Line(SecretName.Is(specification.Name) ? ", secret: true);" : ");");
    }
}
