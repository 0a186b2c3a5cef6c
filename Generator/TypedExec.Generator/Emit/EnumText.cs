namespace TypedExec.Generator.Emit;

/// <summary>Generates the function that returns the text of an enum value.</summary>
internal static class EnumText
{
    public static void Write(SourceWriter writer, EnumModel @enum)
    {
        writer.Line();
        if (@enum.IsObsoleteError)
        {
            writer.Line(ObsoleteMembers.Attribute);
        }

        if (@enum.IsFlags)
        {
            WriteFlags(writer, @enum);
            return;
        }

        writer.Line($"private static string? TextOf({@enum.Type}? value, string property) => value switch");
        writer.Open();
        writer.Line("null => null,");
        foreach (var member in @enum.Members)
        {
            writer.Line($"{@enum.Type}.{member.Reference} => {new Literal(member.Text)},");
        }

        writer.Line("_ => throw global::TypedExec.Generated.CommandArguments.UndefinedValueException(value.Value, property),");
        writer.Close("};");
    }

    private static void WriteFlags(SourceWriter writer, EnumModel @enum)
    {
        writer.Line($"private static string? TextOf({@enum.Type}? value, string property, string join = \",\") => global::TypedExec.Generated.CommandArguments.FormatFlags(");
        writer.Write("    value, property, join");
        foreach (var member in @enum.Members)
        {
            writer.Write($", ({@enum.Type}.{member.Reference}, {new Literal(member.Text)})");
        }

        writer.Line(");");
    }
}
