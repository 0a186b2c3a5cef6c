namespace TypedExec.Generator.Emit;

/// <summary>Generates the constructor that takes the values from a builder.</summary>
internal static class BuilderConstructor
{
    public static void Write(SourceWriter writer, BuilderModel builder)
    {
        if (builder.IsConstructorImplicit)
        {
            writer.Line($$"""

                /// <summary>Initializes a <c>{{builder.Title}}</c> command, whose options are set with an object initializer.</summary>
                public {{builder.Name}}() { }
                """);
        }

        writer.Line();
        if (builder.HasRequired)
        {
            writer.Line("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        }

        if (builder.HasObsoleteErrors)
        {
            writer.Line(ObsoleteMembers.Attribute);
        }

        var hasFields = builder.IsSpecified;
        writer.Line($"private {builder.Name}(Builder{(hasFields ? "?" : "")} builder) : this()");
        writer.Open();
        if (hasFields)
        {
            writer.Line("if (builder is null) return;");
        }

        if (builder.Base is not null)
        {
            writer.Line("this.CopyPersistentOptions(builder._command);");
        }

        foreach (var member in builder.Members)
        {
            if (member.Storage.Field is { } field)
            {
                writer.Line($"this.{field} = builder._command.{field};");
            }
            else if (BuilderWriter.IsKept(member))
            {
                writer.Write($"if (builder._{member.Name}{(member.Storage.Kind == StorageKind.Replace ? ".IsSet" : " is not null")}) ");
                WriteSetting(writer, member);
            }
        }

        if (builder.ParentField is { } parentField)
        {
            writer.Line($"this.{parentField} = builder._command.{parentField};");
        }
        else if (builder.Parent is not null)
        {
            writer.Line("if (builder._Parent.IsSet) this.Parent = builder._Parent.Value;");
        }

        writer.Close();
    }

    private static void WriteSetting(SourceWriter writer, CommandMember member)
    {
        var (property, given) = ($"this.{member.Identifier}", $"builder._{member.Name}");
        switch (member.Storage.Kind)
        {
            case StorageKind.Replace:
                writer.Line($"{property} = {given}.Value;");
                return;
            case StorageKind.AddKey:
                writer.Line($"{property} = global::TypedExec.Generated.BuilderParts.Merge({property}, {given});");
                return;
            default:
                writer.Line(member.Has(MemberTraits.ImmutableArray)
                    ? $"{property} = {property}.IsDefault ? [.. {given}] : [.. {property}, .. {given}];"
                    : $"{property} = [.. {property}{(member.Has(MemberTraits.OneOrMany) ? "" : " ?? []")}, .. {given}];");
                return;
        }
    }
}
