using TypedExec.CommandLines.Specifications;

namespace TypedExec.Generator.Specifications.Emit;

/// <summary>The properties of options and arguments. Their fields are the builder's to set, which <c>init</c> is not.</summary>
internal static class SpecifiedProperties
{
    public const string Hidden = "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";
    public const string OptionalValue = "global::TypedExec.OptionalValue";
    public const string List = "global::System.Collections.Generic.IReadOnlyList";

    public static void Write(SourceWriter writer, PlannedClass target)
    {
        foreach (var option in target.Options)
        {
            writer.Line();
            PropertyDocs.Write(writer, option);
            WriteAttributes(writer, option.Specification.Traits, option.Specification.Deprecation);
            Write(writer, option.Name, option.Field, Type(option), option.IsList, option.IsRequired);
        }

        foreach (var argument in target.Arguments)
        {
            if (argument.Own is null)
            {
                writer.Line();
                PropertyDocs.Write(writer, argument);
                Write(writer, argument.Name, argument.Field, Type(argument), argument.IsList, isRequired: false);
            }
        }
    }

    public static void WriteAttributes(SourceWriter writer, SpecificationTraits traits, string? deprecation)
    {
        if (deprecation is not null)
        {
            writer.Line(deprecation.Length == 0 ? "[global::System.Obsolete]" : $"[global::System.Obsolete({Quoted(deprecation)})]");
        }

        if ((traits & SpecificationTraits.Hidden) != 0)
        {
            writer.Line(Hidden);
        }
    }

    /// <summary>The type of an option's property.</summary>
    public static string Type(PlannedOption option) => option.Shape switch
    {
        OptionShape.Flag => "bool",
        OptionShape.NegatableFlag => "bool?",
        OptionShape.Count => "int",
        OptionShape.Value => option.IsRequired ? "string" : "string?",
        OptionShape.OptionalValue => OptionalValue,
        OptionShape.OptionalList => $"{List}<{OptionalValue}>",
        OptionShape.Groups => $"{List}<{List}<string>>",
        _ => $"{List}<string>",
    };

    /// <summary>The type of an argument's property.</summary>
    public static string Type(PlannedArgument argument) => argument.IsList ? $"{List}<string>" : "string?";

    private static void Write(SourceWriter writer, string name, string field, string type, bool isList, bool isRequired)
    {
        writer.Line($"public {(isRequired ? "required " : "")}{type} {name} {{ get => {field}; init => {field} = value; }}");
        writer.Line($"private {type} {field}{(isList ? " = []" : isRequired && type == "string" ? " = null!" : "")};");
    }

    private static string Quoted(string text)
    {
        // A message is one line of a compiler's output.
        return Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);
    }
}
