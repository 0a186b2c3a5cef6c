using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Naming;
using TypedExec.CommandLines.Planning;

namespace TypedExec.Import.Source;

/// <summary>An option as a property with [Option].</summary>
internal static class SourceOption
{
    private const string List = "IReadOnlyList";

    public static void Write(CodeWriter code, PlannedOption option, ClassOptions options)
    {
        var specification = option.Specification;
        code.Line();
        SourceDocs.Write(code, option);
        if (specification.Has(SpecificationTraits.Hidden))
        {
            code.Line("[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]");
        }

        code.Attribute("Option", Settings(option, options));
        var type = Type(option);
        code.Line($"public {(option.IsRequired ? "required " : "")}{type} {option.Name} {{ get; init; }}{(option.IsList && !option.IsRequired ? " = [];" : "")}");
    }

    private static List<string> Settings(PlannedOption option, ClassOptions options)
    {
        var specification = option.Specification;
        var settings = new List<string> { CSharp.Literal(specification.Name) };
        if (options.ShortOf(specification) is { } shortName)
        {
            settings.Add($"Short = {CSharp.Literal(shortName)}");
        }

        if (option.Shape == OptionShape.NegatableFlag)
        {
            settings.Add($"Negation = {CSharp.Literal(OptionShapes.NegationOf(specification)!)}");
        }

        if (option.Shape == OptionShape.Count)
        {
            settings.Add("Count = true");
        }

        if (option.Shape is not (OptionShape.Flag or OptionShape.NegatableFlag or OptionShape.Count))
        {
            AddValueSettings(settings, option);
        }

        AddRelation(settings, "ExclusiveOn", specification.ExclusiveOn.Where(name => options.IsOther(name, specification)));
        AddRelation(settings, "DependsOn", specification.DependsOn.Where(name => options.IsOther(name, specification)));
        return settings;
    }

    private static void AddValueSettings(List<string> settings, PlannedOption option)
    {
        var specification = option.Specification;
        var separator = OptionShapes.Separator(specification);
        if (separator != (option.Shape is OptionShape.OptionalValue or OptionShape.OptionalList ? "=" : " "))
        {
            settings.Add($"Separator = {CSharp.Literal(separator)}");
        }

        var (min, max) = OptionShapes.Range(specification);
        if (option.Shape is OptionShape.Values or OptionShape.Groups)
        {
            if (min != 1)
            {
                settings.Add($"MinValues = {min}");
            }

            if (option.Shape == OptionShape.Values || max != int.MaxValue)
            {
                settings.Add(max == int.MaxValue ? "MaxValues = int.MaxValue" : $"MaxValues = {max}");
            }
        }

        if (specification.Names.Any(SecretName.Is) || (specification.Arguments.Count == 1 && SecretName.Is(specification.Arguments[0].Name)))
        {
            settings.Add("Secret = true");
        }
    }

    private static void AddRelation(List<string> settings, string name, IEnumerable<string> options)
    {
        var names = options.Distinct(StringComparer.Ordinal).ToList();
        if (names.Count > 0)
        {
            settings.Add($"{name} = {CSharp.Literal(names)}");
        }
    }

    private static string Type(PlannedOption option) => option.Shape switch
    {
        OptionShape.Flag => "bool",
        OptionShape.NegatableFlag => "bool?",
        OptionShape.Count => "int",
        OptionShape.Value => option.IsRequired ? "string" : "string?",
        OptionShape.OptionalValue => "OptionalValue",
        OptionShape.OptionalList => $"{List}<OptionalValue>",
        OptionShape.Groups => $"{List}<{List}<string>>",
        _ => $"{List}<string>",
    };
}
