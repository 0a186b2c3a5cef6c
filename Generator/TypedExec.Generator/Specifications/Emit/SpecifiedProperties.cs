using TypedExec.CommandLines.Specifications;

namespace TypedExec.Generator.Specifications.Emit;

/// <summary>
/// Generates the properties of options and arguments. The builder sets their fields, which <c>init</c> wouldn't allow.
/// </summary>
internal static class SpecifiedProperties
{
    public const string Hidden = "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";

    public static void Write(SourceWriter writer, PlannedClass target)
    {
        foreach (var option in target.Options)
        {
            if (!option.IsInherited)
            {
                Write(writer, option, "private");
            }
        }

        foreach (var argument in target.Arguments)
        {
            if (argument.Own is null)
            {
                writer.Line();
                PropertyDocs.Write(writer, argument);
                Write(writer, argument.Member, "private");
            }
        }
    }

    /// <summary>Generates an option's property, and its field with the accessibility.</summary>
    public static void Write(SourceWriter writer, PlannedOption option, string accessibility)
    {
        writer.Line();
        PropertyDocs.Write(writer, option);
        WriteAttributes(writer, option.Specification.Traits, option.Specification.Deprecation);
        Write(writer, option.Member, accessibility);
    }

    public static void WriteAttributes(SourceWriter writer, SpecificationTraits traits, string? deprecation)
    {
        if (deprecation is not null)
        {
            writer.Line(deprecation.Length == 0 ? "[global::System.Obsolete]" : $"[global::System.Obsolete({new Literal(deprecation)})]");
        }

        if ((traits & SpecificationTraits.Hidden) != 0)
        {
            writer.Line(Hidden);
        }
    }

    public static void Write(SourceWriter writer, CommandMember member, string accessibility)
    {
        var (type, field) = (member.Storage.Type, member.Storage.Field);
        var isRequired = member.Has(MemberTraits.Required);
        writer.Line($"public {(isRequired ? "required " : "")}{type} {member.Name} {{ get => {field}; init => {field} = value; }}");
        writer.Line($"{accessibility} {type} {field}{(member.IsList && !member.Has(MemberTraits.OneOrMany) ? " = []" : isRequired && type == "string" ? " = null!" : "")};");
    }
}
