using TypedExec.Generator.Emit;

namespace TypedExec.Generator.Specifications.Emit;

/// <summary>
/// The option builder. As <see cref="BuilderClass"/>, but it is nested in the class whose fields are generated too, so that
/// it sets them itself.
/// </summary>
internal static class SpecifiedBuilder
{
    public static void Write(SourceWriter writer, PlannedClass target, CommandModel command)
    {
        if (!target.IsBuildable)
        {
            return;
        }

        var name = CommandText.ForDocumentation(command);
        if (!target.Has(MemberSet.CreateBuilder))
        {
            writer.Line($"""

                /// <summary>Starts building a <c>{name}</c> from its options.</summary>
                public static Builder CreateBuilder() => new();
                """);
        }

        if (target.Has(MemberSet.Builder))
        {
            return;
        }

        var hasRequired = target.Options.Any(static option => option.IsRequired)
            || command.Options.Concat(command.Arguments).Any(static property => property.Has(PropertyTraits.Required));
        writer.Line($"""

            /// <summary>Builds a <c>{name}</c> from its options.</summary>
            public sealed class Builder : global::TypedExec.CommandBuilder<{target.TypeReference}>
            """);
        writer.Open();
        writer.Line($"private readonly {target.TypeReference} _command = {(hasRequired ? "New" : "new")}();");
        BuilderClass.WriteFlags(writer, command.Options);
        BuilderClass.WriteFlags(writer, command.Arguments);
        writer.Line("internal Builder() { }");
        WriteMethods(writer, target);
        BuilderClass.WriteMethods(writer, command, command.Options);
        BuilderClass.WriteMethods(writer, command, command.Arguments);
        if (target.HasParent && !target.Has(MemberSet.Parent))
        {
            writer.Line($$"""

                /// <inheritdoc cref="{{target.TypeReference}}.Parent"/>
                public Builder Parent({{target.Outer!.TypeReference}}? value) { _command.{{target.FieldOf("Parent")}} = value; return this; }
                """);
        }

        WriteBuild(writer, target, command);
        if (hasRequired)
        {
            writer.Line($"""

                {BuilderClass.Accessor}.Constructor)]
                private static extern {target.TypeReference} New();
                """);
        }

        writer.Close();
    }

    private static void WriteMethods(SourceWriter writer, PlannedClass target)
    {
        foreach (var option in target.Options)
        {
            writer.Line($"""

                /// <inheritdoc cref="{target.Name}.{option.Name}"/>
                """);
            SpecifiedProperties.WriteAttributes(writer, option.Specification.Traits, option.Specification.Deprecation);
            var (parameter, value) = Setting(option);
            writer.Line($"public Builder {option.Name}({parameter}) {{ _command.{option.Field} = {value}; return this; }}");
        }

        foreach (var argument in target.Arguments)
        {
            if (argument.Own is null)
            {
                var (parameter, value) = argument.IsList ? Appending(argument.Field, "string") : ($"{SpecifiedProperties.Type(argument)} value", "value");
                writer.Line($"""

                    /// <inheritdoc cref="{target.Name}.{argument.Name}"/>
                    public Builder {argument.Name}({parameter}) {"{"} _command.{argument.Field} = {value}; return this; {"}"}
                    """);
            }
        }
    }

    private static (string Parameter, string Value) Setting(PlannedOption option) => option.Shape switch
    {
        OptionShape.Flag or OptionShape.NegatableFlag => ($"{SpecifiedProperties.Type(option)} value = true", "value"),
        OptionShape.Count => ("int value = 1", "value"),
        OptionShape.Value or OptionShape.OptionalValue => ($"{SpecifiedProperties.Type(option)} value", "value"),
        OptionShape.OptionalList => Appending(option.Field, SpecifiedProperties.OptionalValue),
        OptionShape.Groups => ("params global::System.Collections.Generic.IEnumerable<string> values", $"[.. _command.{option.Field}, [.. values]]"),
        _ => Appending(option.Field, "string"),
    };

    private static (string Parameter, string Value) Appending(string field, string item)
        => ($"params global::System.Collections.Generic.IEnumerable<{item}> values", $"[.. _command.{field}, .. values]");

    private static void WriteBuild(SourceWriter writer, PlannedClass target, CommandModel command)
    {
        writer.Line($"""

            /// <inheritdoc/>
            public override {target.TypeReference} Build()
            """);
        writer.Open();
        var missing = new List<(string Condition, string Name)>();
        foreach (var option in target.Options)
        {
            if (option.IsRequired)
            {
                missing.Add((IsMissing(option), option.Name));
            }
        }

        foreach (var property in command.Options.Concat(command.Arguments))
        {
            if (BuilderClass.IsTracked(property))
            {
                missing.Add(($"!_has{property.Name}", property.Name));
            }
        }

        if (missing.Count > 0)
        {
            writer.Line($"if ({string.Join(" || ", missing.Select(static one => one.Condition))})");
            writer.Open();
            writer.Line($"throw Missing({string.Join(", ", missing.Select(static one => $"{one.Condition} ? \"{one.Name}\" : null"))});");
            writer.Close();
            writer.Line();
        }

        if (SpecifiedArguments.AreChecked(target))
        {
            writer.Line("_command.AddOptionsTo(new global::TypedExec.CommandArguments());");
        }

        writer.Line($"return ({target.TypeReference})_command.MemberwiseClone();");
        writer.Close();
    }

    private static string IsMissing(PlannedOption option) => option.Shape switch
    {
        OptionShape.Value => $"_command.{option.Field} is null",
        OptionShape.OptionalValue => $"!_command.{option.Field}.IsSet",
        _ => $"_command.{option.Field}.Count == 0",
    };
}
