using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Naming;

namespace TypedExec.Generator.Specifications.Emit;

/// <summary>One option on the command line.</summary>
internal static class SpecifiedOption
{
    public static void Write(SourceWriter writer, PlannedOption option)
    {
        var words = option.Specification.Name.Split(' ');
        if (words.Length == 1)
        {
            Write(writer, option, option.Shape, words[0], $"this.{option.Field}");
        }
        else
        {
            WriteWords(writer, option, words);
        }
    }

    /// <summary>An option of several words, <c>-o json</c>: an argument each, and all of them again where it is repeated.</summary>
    private static void WriteWords(SourceWriter writer, PlannedOption option, string[] words)
    {
        var field = $"this.{option.Field}";
        var last = words[words.Length - 1];
        switch (option.Shape)
        {
            case OptionShape.NegatableFlag:
                WriteIf(writer, $"{field} is true", words);
                WriteIf(writer, $"{field} is false", OptionShapes.NegationOf(option.Specification)!.Split(' '));
                return;
            case OptionShape.Count:
                writer.Line($"for (var i = 0; i < {field}; i++)");
                WriteEach(writer, words);
                if (option.Specification.MaxTimes != OptionSpecification.Unlimited)
                {
                    writer.Line($"global::TypedExec.CommandArguments.RefuseMore({new Literal(option.Name)}, {new Literal(option.Specification.Name)}, {field}, {option.Specification.MaxTimes});");
                }

                return;
            case OptionShape.List or OptionShape.OptionalList or OptionShape.Groups:
                writer.Line($"foreach (var value in {field} ?? [])");
                writer.Open();
                var one = option.Shape switch { OptionShape.List => OptionShape.Value, OptionShape.Groups => OptionShape.Values, _ => OptionShape.OptionalValue };
                WriteIf(writer, OptionUses.IsSet(one, "value"), words.Take(words.Length - 1));
                Write(writer, option, one, last, "value");
                writer.Close();
                return;
            default:
                WriteIf(writer, OptionUses.IsSet(option.Shape, field), words.Take(words.Length - 1));
                Write(writer, option, option.Shape, last, field);
                return;
        }
    }

    private static void WriteIf(SourceWriter writer, string condition, IEnumerable<string> words)
    {
        writer.Line($"if ({condition})");
        WriteEach(writer, words);
    }

    private static void WriteEach(SourceWriter writer, IEnumerable<string> words)
    {
        writer.Open();
        foreach (var word in words)
        {
            writer.Line($"arguments.Add({new Literal(word)});");
        }

        writer.Close();
        writer.Line();
    }

    private static void Write(SourceWriter writer, PlannedOption option, OptionShape shape, string spelling, string value)
    {
        var specification = option.Specification;
        var separator = OptionShapes.Separator(specification);
        writer.Write("arguments.");
        switch (shape)
        {
            case OptionShape.Flag:
                writer.Line($"AddFlag({new Literal(spelling)}, {value});");
                return;
            case OptionShape.NegatableFlag:
                writer.Line($"AddFlag({new Literal(spelling)}, {new Literal(OptionShapes.NegationOf(specification))}, {value});");
                return;
            case OptionShape.Count:
                writer.Write($"AddCount({new Literal(option.Name)}, {new Literal(spelling)}, {value}");
                writer.Line(specification.MaxTimes == OptionSpecification.Unlimited ? ");" : $", max: {specification.MaxTimes});");
                return;
        }

        var method = shape switch
        {
            OptionShape.Value => "AddOption",
            OptionShape.List => "AddOptions",
            OptionShape.OptionalValue => "AddOptionalValue",
            OptionShape.OptionalList => "AddOptionalValues",
            OptionShape.Values => "AddValues",
            _ => "AddValueGroups",
        };
        writer.Write($"{method}({new Literal(option.Name)}, {new Literal(spelling)}, {value}");
        if (shape is OptionShape.Values or OptionShape.Groups)
        {
            var (min, max) = OptionShapes.Range(specification);
            writer.Write(max == int.MaxValue ? $", {min}" : $", {min}, {max}");
        }

        if (separator != (shape is OptionShape.OptionalValue or OptionShape.OptionalList ? "=" : " "))
        {
            writer.Write($", separator: {new Literal(separator)}");
        }

        writer.Line(IsSecret(specification) ? ", secret: true);" : ");");
    }

    private static bool IsSecret(OptionSpecification option)
        => option.Names.Any(SecretName.Is) || (option.Arguments.Count == 1 && SecretName.Is(option.Arguments[0].Name));
}
