using TypedExec.CommandLines.Model;
using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Planning;

namespace TypedExec.Import.Source;

/// <summary>An option as a property with [Option].</summary>
internal static class SourceOption
{
    public static void Write(CodeWriter code, PlannedOption option, ClassOptions options)
    {
        var specification = option.Specification;
        code.Line();
        SourceDocs.Write(code, option);
        if (specification.Has(SpecificationTraits.Hidden))
        {
            code.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        }

        var member = option.Member;
        code.Attribute("Option", Settings(option, member, options));
        var type = Type(member);
        code.Line($"public {(option.IsRequired ? "required " : "")}{type} {option.Name} {{ get; init; }}{(option.IsList && !option.IsRequired && !option.IsOneOrMany ? " = [];" : "")}");
    }

    private static List<string> Settings(PlannedOption option, CommandMember member, ClassOptions options)
    {
        var specification = option.Specification;
        var settings = new List<string> { CSharp.Literal(member.Spelling) };
        if (options.ShortOf(specification) is { } shortName)
        {
            settings.Add($"Short = {CSharp.Literal(shortName)}");
        }

        if (member.Negation is { } negation)
        {
            settings.Add($"Negation = {CSharp.Literal(negation)}");
        }

        if (member.Shape == MemberShape.Count)
        {
            settings.Add("Count = true");
        }

        if (member.Shape is not (MemberShape.Flag or MemberShape.NegatableFlag or MemberShape.Count))
        {
            AddValueSettings(settings, member);
        }

        if (member.Place == CommandLines.Model.OptionPlace.AfterArguments)
        {
            settings.Add("Place = OptionPlace.AfterArguments");
        }

        AddRelation(settings, "ExclusiveOn", specification.ExclusiveOn.Where(name => options.IsOther(name, specification)));
        AddRelation(settings, "DependsOn", specification.DependsOn.Where(name => options.IsOther(name, specification)));
        return settings;
    }

    private static void AddValueSettings(List<string> settings, CommandMember member)
    {
        if (member.Separator != (member.Shape is MemberShape.OptionalValue or MemberShape.OptionalList ? "=" : " "))
        {
            settings.Add($"Separator = {CSharp.Literal(member.Separator)}");
        }

        if (member is { Shape: MemberShape.Values or MemberShape.Groups, Details: { } details })
        {
            if (details.MinValues != 1)
            {
                settings.Add($"MinValues = {details.MinValues}");
            }

            if (member.Shape == MemberShape.Values || details.MaxValues != int.MaxValue)
            {
                settings.Add(details.MaxValues == int.MaxValue ? "MaxValues = int.MaxValue" : $"MaxValues = {details.MaxValues}");
            }
        }

        if (member.Has(MemberTraits.Secret))
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

    /// <summary>Returns the type, as written in a file with the implicit usings.</summary>
    private static string Type(CommandMember member)
        => member.Storage.Type.Replace("global::System.Collections.Generic.", "", StringComparison.Ordinal).Replace("global::TypedExec.", "", StringComparison.Ordinal);
}
