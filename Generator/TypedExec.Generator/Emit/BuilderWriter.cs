namespace TypedExec.Generator.Emit;

/// <summary>
/// Generates the option builder. It keeps its values and passes them to a constructor of the class, which alone may set
/// <c>init</c> properties. So an unset property keeps the default of the class, and no two commands share a list. If generated
/// fields hold the options, as with specifications, the builder sets them on its own command and returns copies.
/// </summary>
internal static class BuilderWriter
{
    public static void Write(SourceWriter writer, BuilderModel builder)
    {
        var modifier = builder.IsDerived ? "new " : "";
        if (builder.HasCreateBuilder)
        {
            writer.Line($"""

                /// <summary>Creates a builder that sets the options of <c>{builder.Title}</c> one by one.</summary>
                public static {modifier}Builder CreateBuilder() => new();
                """);
        }

        if (!builder.HasBuilder)
        {
            return;
        }

        var isCopied = builder is { IsOfFields: true, HasRequired: false };
        if (!isCopied && !builder.IsEmpty)
        {
            BuilderConstructor.Write(writer, builder);
        }

        writer.Line($"""

            /// <summary>Builds a <c>{builder.Title}</c> command from its options.</summary>
            public {modifier}sealed class Builder : {builder.Base ?? $"global::TypedExec.CommandBuilder<{builder.TypeReference}>"}
            """);
        writer.Open();
        WriteState(writer, builder);
        foreach (var member in builder.Members)
        {
            WriteMethod(writer, builder, member);
        }

        if (builder.Parent is { } parent)
        {
            writer.Line($$"""

                /// <inheritdoc cref="{{builder.TypeReference}}.Parent"/>
                public Builder Parent({{parent}}? value)
                {
                    {{(builder.ParentField is { } field ? $"_command.{field} = value" : "_Parent = new(value)")}};
                    return this;
                }
                """);
        }

        WriteBuild(writer, builder, isCopied);
        writer.Close();
    }

    private static void WriteState(SourceWriter writer, BuilderModel builder)
    {
        var command = builder is { IsOfFields: true, HasRequired: false } ? "" : "(Builder?)null";
        if (builder is { IsSpecified: true, Base: null })
        {
            writer.Line($"internal readonly {builder.TypeReference} _command = new({command});");
        }

        foreach (var member in builder.Members)
        {
            if (IsKept(member))
            {
                writer.Line(member.Storage.Kind == StorageKind.Replace
                    ? $"internal global::TypedExec.Generated.BuilderValue<{member.Storage.Type}> _{member.Name};"
                    : $"internal {Collection(member)}? _{member.Name};");
            }
        }

        if (builder is { Parent: { } parent, ParentField: null })
        {
            writer.Line($"internal global::TypedExec.Generated.BuilderValue<{parent}?> _Parent;");
        }

        if (builder.Base is null)
        {
            writer.Line("""

                internal Builder() { }
                """);
        }
        else
        {
            writer.Line($$"""internal Builder() : base(new {{builder.TypeReference}}({{command}})) { }""");
        }
    }

    /// <summary>Returns whether the builder keeps the member's value for the constructor.</summary>
    public static bool IsKept(CommandMember member) => member.Storage is { Field: null, Accessibility: not null };

    private static void WriteMethod(SourceWriter writer, BuilderModel builder, CommandMember member)
    {
        if (member.Storage.Accessibility is not { } accessibility)
        {
            return;
        }

        // Inherited rather than copied: a cref in the user's text wouldn't resolve here.
        WriteSignature(writer, member, $"{member.Storage.Owner ?? builder.TypeReference}.{member.Identifier}", $"{accessibility} Builder");
        writer.Open();
        writer.Line(member.Storage.Field is { } field ? Setting(member, field, "_command") : Keeping(member));
        writer.Line("return this;");
        writer.Close();
    }

    /// <summary>Generates a method's documentation, attributes and header.</summary>
    /// <param name="writer">The text.</param>
    /// <param name="member">The member that the method sets.</param>
    /// <param name="cref">The property whose documentation it has.</param>
    /// <param name="result">What comes before the method's name.</param>
    public static void WriteSignature(SourceWriter writer, CommandMember member, string cref, string result)
    {
        writer.Line($"""

            /// <inheritdoc cref="{cref}"/>
            """);
        if (member.Details?.Obsolete is { } obsolete)
        {
            writer.Line($"[{obsolete}]");
        }

        if (member.Details is { IsHidden: true })
        {
            writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        }

        writer.Line($"{result} {BuilderNames.Method(member)}({Parameters(member)})");
    }

    private static string Parameters(CommandMember member)
    {
        var storage = member.Storage;
        return storage.Kind switch
        {
            // One value, a collection expression, or several arguments.
            StorageKind.Append when member.Has(MemberTraits.OneOrMany) => $"params {storage.Type} values",
            StorageKind.Append => $"params global::System.Collections.Generic.IEnumerable<{storage.ItemType}> values",
            StorageKind.AppendList => "params global::System.Collections.Generic.IEnumerable<string> values",
            StorageKind.AppendPair or StorageKind.AddKey => $"{storage.KeyType} key, {storage.ItemType} value",
            _ when member.Shape is MemberShape.Flag or MemberShape.NegatableFlag || member.Value.Kind == ValueKind.Boolean => $"{storage.Type} value = true",
            _ when member.Shape == MemberShape.Count && storage.Field is not null => $"{storage.Type} value = 1",
            _ => $"{storage.Type} value",
        };
    }

    /// <summary>Returns the statement that sets the field of a command.</summary>
    public static string Setting(CommandMember member, string field, string command) => $"{command}.{field} = {FieldValue(member, $"{command}.{field}")};";

    private static string FieldValue(CommandMember member, string field) => member.Storage.Kind switch
    {
        StorageKind.Append when member.Has(MemberTraits.OneOrMany) => $"global::TypedExec.Generated.BuilderParts.Append({field}, values)",
        StorageKind.Append => $"[.. {field}, .. values]",
        StorageKind.AppendList => $"[.. {field}, [.. values]]",
        StorageKind.AppendPair => $"[.. {field}, (key, value)]",
        _ => "value",
    };

    private static string Keeping(CommandMember member) => member.Storage.Kind switch
    {
        StorageKind.Append => $"(_{member.Name} ??= []).AddRange(values);",
        StorageKind.AppendPair => $"(_{member.Name} ??= []).Add({(member.Has(MemberTraits.TuplePairs) ? "(key, value)" : "new(key, value)")});",
        StorageKind.AddKey => $"(_{member.Name} ??= [])[key] = value;",
        _ => $"_{member.Name} = new(value);",
    };

    private static string Collection(CommandMember member)
    {
        var storage = member.Storage;
        return storage.Kind switch
        {
            StorageKind.AddKey => $"global::System.Collections.Generic.Dictionary<{storage.KeyType}, {storage.ItemType}>",
            StorageKind.AppendPair when member.Has(MemberTraits.TuplePairs) => $"global::System.Collections.Generic.List<({storage.KeyType}, {storage.ItemType})>",
            StorageKind.AppendPair => $"global::System.Collections.Generic.List<global::System.Collections.Generic.KeyValuePair<{storage.KeyType}, {storage.ItemType}>>",
            _ => $"global::System.Collections.Generic.List<{storage.ItemType}>",
        };
    }

    private static void WriteBuild(SourceWriter writer, BuilderModel builder, bool isCopied)
    {
        writer.Line($"""

            /// <inheritdoc/>
            public override {builder.TypeReference} Build()
            """);
        writer.Open();
        var required = builder.Members.Where(static member => member.Has(MemberTraits.Required) && member.Storage.Accessibility is not null).ToArray();
        if (required.Length > 0)
        {
            writer.Line($"if ({string.Join(" || ", required.Select(static member => Missing(member).Text))})");
            writer.Open();
            writer.Write($"throw global::TypedExec.Generated.BuilderParts.Missing({new Literal(builder.Name.TrimStart('@'))}");
            foreach (var member in required)
            {
                writer.Write(required.Length == 1 ? $", \"{member.Name}\"" : $", {Missing(member).Text} ? \"{member.Name}\" : null");
            }

            writer.Line(");");
            writer.Close();
            writer.Line();
        }

        var made = isCopied ? $"({builder.TypeReference})_command.MemberwiseClone()" : builder.IsEmpty ? "new()" : "new(this)";
        if (builder.IsChecked)
        {
            writer.Line($"{builder.TypeReference} command = {made};");
            writer.Line("command.AddOptionsTo(new global::TypedExec.Generated.CommandArguments());");
            writer.Line("return command;");
        }
        else
        {
            writer.Line($"return {made};");
        }

        writer.Close();
    }

    private static Condition Missing(CommandMember member) => member switch
    {
        { Storage: { Field: null, Kind: StorageKind.Replace } } => Condition.Primary($"_{member.Name}.IsSet").Not(),
        { Storage.Field: null } => Condition.Comparison($"_{member.Name} is null"),
        { Shape: MemberShape.OptionalValue } => Condition.Primary($"_command.{member.Storage.Field}.IsSet").Not(),
        { IsList: true } => Condition.Comparison($"_command.{member.Storage.Field}.Count == 0"),
        _ => Condition.Comparison($"_command.{member.Storage.Field} is null"),
    };
}
