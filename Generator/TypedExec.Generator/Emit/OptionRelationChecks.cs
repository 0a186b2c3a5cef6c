
namespace TypedExec.Generator.Emit;

/// <summary>The checks that options which bar each other are not given together, and those that need another not alone.</summary>
internal static class OptionRelationChecks
{
    public static void Write(SourceWriter writer, EquatableArray<PropertyModel> options)
    {
        HashSet<(string, string)>? seen = null;
        foreach (var option in options)
        {
            if (option.Rules is not { } rules || GivenCondition.Of(option, "this") is not { } condition)
            {
                continue;
            }

            foreach (var name in rules.ExclusiveOn)
            {
                if (Find(options, name) is { } other && other != option && GivenCondition.Of(other, "this") is { } otherCondition
                    && (seen ??= []).Add((option.Name, other.Name)) && seen.Add((other.Name, option.Name)))
                {
                    Write(writer, $"{condition} && {otherCondition}", "Exclusive", option, other);
                }
            }

            foreach (var name in rules.DependsOn)
            {
                if (Find(options, name) is { } other && other != option && GivenCondition.Of(other, "this") is { } otherCondition)
                {
                    Write(writer, $"{condition} && !({otherCondition})", "Dependent", option, other);
                }
            }
        }
    }

    private static void Write(SourceWriter writer, string condition, string error, PropertyModel option, PropertyModel other)
    {
        writer.Line($"if ({condition})");
        writer.Open();
        writer.Line($"throw global::TypedExec.CommandArguments.{error}({new Literal(option.Name)}, {new Literal(option.Spelling)}, {new Literal(other.Name)}, {new Literal(other.Spelling)});");
        writer.Close();
        writer.Line();
    }

    private static PropertyModel? Find(EquatableArray<PropertyModel> options, string name)
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
