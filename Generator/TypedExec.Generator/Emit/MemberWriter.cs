namespace TypedExec.Generator.Emit;

/// <summary>Generates the statement that adds one member to the command line.</summary>
internal static class MemberWriter
{
    public static void WriteOption(SourceWriter writer, CommandMember option)
    {
        switch (option.Shape)
        {
            case MemberShape.Flag:
                writer.Line($"arguments.AddFlag({new Literal(option.Spelling)}, this.{option.Holder});");
                return;
            case MemberShape.NegatableFlag:
                writer.Line($"arguments.AddFlag({new Literal(option.Spelling)}, {new Literal(option.Negation)}, this.{option.Holder});");
                return;
            case MemberShape.Count:
                writer.Write($"arguments.AddCount({new Literal(option.Name)}, {new Literal(option.Spelling)}, this.{option.Holder}");
                writer.Line(option.Details is { MaxTimes: < MemberDetails.Unlimited and var times } ? $", max: {times});" : ");");
                return;
            case MemberShape.OptionGroup:
            case MemberShape.OptionGroupList:
                WriteGroup(writer, option);
                return;
        }

        var method = option.Shape switch
        {
            MemberShape.List => "AddOptions",
            MemberShape.OptionalValue => "AddOptionalValue",
            MemberShape.OptionalList => "AddOptionalValues",
            MemberShape.Values => "AddValues",
            MemberShape.Groups => "AddValueGroups",
            _ => "AddOption",
        };
        writer.Write($"arguments.{method}({new Literal(option.Name)}, {new Literal(option.Spelling)}, ");
        ValueText.Write(writer, option);
        if (option.Shape is MemberShape.Values or MemberShape.Groups)
        {
            WriteLimits(writer, option.Details);
        }

        if (option.Separator != UsualSeparator(option))
        {
            writer.Write($", separator: {new Literal(option.Separator)}");
        }

        if (option is { Shape: MemberShape.List, Join: { } join })
        {
            writer.Write($", join: {new Literal(join)}");
            if (option.Details?.JoinEscape is { } escape)
            {
                writer.Write($", joinEscape: {new Literal(escape)}");
            }
        }

        WriteEnd(writer, option);
    }

    public static void WriteArgument(SourceWriter writer, CommandMember argument)
    {
        if (argument.Shape is MemberShape.OptionGroup or MemberShape.OptionGroupList)
        {
            WriteGroup(writer, argument);
            return;
        }

        var method = argument.Shape switch
        {
            MemberShape.Value => "AddArgument",
            MemberShape.Command => "AddCommand",
            _ => argument.Has(MemberTraits.CommandLine) ? "AddCommandLine" : "AddArguments",
        };
        writer.Write($"arguments.{method}({new Literal(argument.Name)}, ");
        if (argument.Shape == MemberShape.Command)
        {
            writer.Write($"this.{argument.Holder}");
        }
        else
        {
            ValueText.Write(writer, argument);
        }

        if (argument.After is not null)
        {
            writer.Write($", after: {new Literal(argument.After)}");
        }

        if (argument.Has(MemberTraits.Quoted) && argument.Shape == MemberShape.Command)
        {
            writer.Write(", quoting: global::TypedExec.ShellQuoting.Posix");
        }

        if (argument.Has(MemberTraits.AllowLeadingDash))
        {
            writer.Write(", allowLeadingDash: true");
        }

        WriteEnd(writer, argument);
    }

    private static void WriteGroup(SourceWriter writer, CommandMember member)
    {
        var source = member.Has(MemberTraits.ImmutableArray) ? $"this.{member.Holder}.IsDefault ? [] : this.{member.Holder}" : $"this.{member.Holder}";
        writer.Line($"arguments.{(member.Shape == MemberShape.OptionGroup ? "AddGroup" : "AddGroups")}({source});");
    }

    // In an attribute a space is the default, so it isn't generated; an optional value would be a separate argument.
    private static string UsualSeparator(CommandMember option)
        => option.Storage.Field is not null && option.Shape is MemberShape.OptionalValue or MemberShape.OptionalList ? "=" : " ";

    /// <summary>Generates the number of values after one option; any number, unless the attribute sets it.</summary>
    private static void WriteLimits(SourceWriter writer, MemberDetails? details)
    {
        var min = details?.MinValues ?? 1;
        var max = details is { MaxValues: > 1 } ? details.MaxValues : int.MaxValue;
        writer.Write(max == int.MaxValue ? $", {min}" : $", {min}, {max}");
    }

    private static void WriteEnd(SourceWriter writer, CommandMember member)
        => writer.Line(member.Has(MemberTraits.Secret) ? ", secret: true);" : ");");
}
