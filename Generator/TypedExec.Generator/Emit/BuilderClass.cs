
namespace TypedExec.Generator.Emit;

/// <summary>
/// The option builder. It works on an instance of its own, made without the required members, and gives out copies: so
/// what was not set keeps the default that the class itself gives it. <c>init</c> setters are called through
/// <c>UnsafeAccessor</c>, which is no reflection.
/// </summary>
internal static class BuilderClass
{
    public const string Accessor = "[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind";

    public static void Write(SourceWriter writer, CommandModel command)
    {
        if (!command.Has(CommandTraits.Buildable))
        {
            return;
        }

        var name = CommandText.ForDocumentation(command);
        if (command.Emits(MemberSet.CreateBuilder))
        {
            writer.Line($"""

                /// <summary>Starts building a <c>{name}</c> from its options.</summary>
                public static Builder CreateBuilder() => new();
                """);
        }

        if (!command.Emits(MemberSet.Builder))
        {
            return;
        }

        writer.Line($"""

            /// <summary>Builds a <c>{name}</c> from its options.</summary>
            public sealed class Builder : global::TypedExec.CommandBuilder<{command.TypeReference}>
            """);
        writer.Open();
        writer.Line($"private readonly {command.TypeReference} _command = New();");
        WriteFlags(writer, command.Options);
        WriteFlags(writer, command.Arguments);
        writer.Line("""

            internal Builder() { }
            """);
        WriteMethods(writer, command, command.Options);
        WriteMethods(writer, command, command.Arguments);
        if (command.Parent is { } parent && command.Emits(MemberSet.Parent))
        {
            writer.Line($$"""

                /// <summary>The outer command, whose options go before this subcommand.</summary>
                public Builder Parent({{parent}}? value)
                {
                    SetParent(_command, value);
                    return this;
                }
                """);
            WriteSetter(writer, command, "Parent", parent + "?");
        }

        WriteBuild(writer, command);
        writer.Close();
    }

    public static void WriteFlags(SourceWriter writer, EquatableArray<PropertyModel> properties)
    {
        foreach (var property in properties)
        {
            if (IsTracked(property))
            {
                writer.Line($"private bool _has{property.Name};");
            }
        }
    }

    public static bool IsTracked(PropertyModel property)
        => property.Has(PropertyTraits.Required) && property.Setting.Accessibility is not null;

    public static void WriteMethods(SourceWriter writer, CommandModel command, EquatableArray<PropertyModel> properties)
    {
        foreach (var property in properties)
        {
            if (property.Setting.Accessibility is not { } accessibility)
            {
                continue;
            }

            var isInit = property.Setting.Accessor == SetAccessor.Init;
            // Inherited rather than copied: a cref in the user's text would not resolve here.
            writer.Line($"""

                /// <inheritdoc cref="{command.TypeReference}.{property.Identifier}"/>
                {accessibility} Builder {property.Identifier}({Parameters(property)})
                """);
            writer.Open();
            writer.Write(isInit ? $"Set{property.Name}(_command, " : $"_command.{property.Identifier} = ");
            WriteValue(writer, property);
            writer.Line(isInit ? ");" : ";");
            if (IsTracked(property))
            {
                writer.Line($"_has{property.Name} = true;");
            }

            writer.Line("return this;");
            writer.Close();
            if (isInit)
            {
                WriteSetter(writer, command, property.Name, property.Setting.Type);
            }
        }
    }

    private static void WriteSetter(SourceWriter writer, CommandModel command, string name, string type)
        => writer.Line($"""

            {Accessor}.Method, Name = "set_{name}")]
            private static extern void Set{name}({command.TypeReference} command, {type} value);
            """);

    private static string Parameters(PropertyModel property)
    {
        var setting = property.Setting;
        return setting.Kind switch
        {
            SettingKind.Append => $"params global::System.Collections.Generic.IEnumerable<{setting.ItemType}> values",
            SettingKind.AppendPair or SettingKind.AddKey => $"{setting.KeyType} key, {setting.ItemType} value",
            _ when property.Shape is PropertyShape.Flag or PropertyShape.NegatableFlag => $"{setting.Type} value = true",
            _ => $"{setting.Type} value",
        };
    }

    private static void WriteValue(SourceWriter writer, PropertyModel property)
    {
        var setting = property.Setting;
        var current = $"_command.{property.Identifier}";
        var added = setting.Kind switch
        {
            SettingKind.Append => ".. values",
            SettingKind.AppendPair when property.Has(PropertyTraits.TuplePairs) => "(key, value)",
            SettingKind.AppendPair => "new(key, value)",
            _ => null,
        };

        if (added is not null && property.Shape == PropertyShape.ImmutableArray)
        {
            writer.Write($"{current}.IsDefault ? [{added}] : [.. {current}, {added}]");
        }
        else if (added is not null)
        {
            writer.Write($"[.. {current} ?? [], {added}]");
        }
        else if (setting.Kind == SettingKind.AddKey)
        {
            var dictionary = $"global::System.Collections.Generic.Dictionary<{setting.KeyType}, {setting.ItemType}>";
            writer.Write($"new {dictionary}({current} ?? new {dictionary}()) {{ [key] = value }}");
        }
        else
        {
            writer.Write("value");
        }
    }

    private static void WriteBuild(SourceWriter writer, CommandModel command)
    {
        var required = command.Options.Concat(command.Arguments).Where(IsTracked).ToArray();
        writer.Line($"""

            /// <inheritdoc/>
            public override {command.TypeReference} Build()
            """);
        writer.Open();
        if (required.Length > 0)
        {
            writer.Line($"if (!{string.Join(" || !", required.Select(static property => "_has" + property.Name))})");
            writer.Open();
            writer.Line($"throw Missing({(required.Length == 1
                ? $"\"{required[0].Name}\""
                : string.Join(", ", required.Select(static property => $"_has{property.Name} ? null : \"{property.Name}\"")))});");
            writer.Close();
            writer.Line();
        }

        writer.Line($"return ({command.TypeReference})_command.MemberwiseClone();");
        writer.Close();
        writer.Line($"""

            {Accessor}.Constructor)]
            private static extern {command.TypeReference} New();
            """);
    }
}
