namespace TypedExec.Generator.Emit;

/// <summary>
/// Generates the expression that returns a member's value as text, or the function that returns that of its items.
/// </summary>
internal static class ValueText
{
    public static void Write(SourceWriter writer, CommandMember member)
    {
        var source = "this." + member.Holder;
        if (member.Shape == MemberShape.Value)
        {
            WriteValue(writer, source, member);
            return;
        }

        if (member.Shape is MemberShape.OptionalValue or MemberShape.OptionalList)
        {
            WriteOptional(writer, source, member);
            return;
        }

        // A default ImmutableArray can't be enumerated; here it is an empty one.
        writer.Write(member.Has(MemberTraits.ImmutableArray) ? $"{source}.IsDefault ? [] : {source}" : source);
        if (member.Key is { } key)
        {
            var (first, second) = member.Has(MemberTraits.TuplePairs) ? ("pair.Item1", "pair.Item2") : ("pair.Key", "pair.Value");
            writer.Write($", static pair => global::TypedExec.Generated.CommandArguments.FormatPair({new Literal(member.Name)}, ");
            WriteText(writer, member.Name, first, key, null);
            writer.Write(", ");
            WriteText(writer, member.Name, second, member.Value, member.Details, member.Join);
            if (member.Details is { PairSeparator: not "=" and var separator })
            {
                writer.Write($", {new Literal(separator)}");
            }

            writer.Write(")");
        }
        else if (member.Value.Kind != ValueKind.String)
        {
            writer.Write(", static item => ");
            WriteText(writer, member.Name, "item", member.Value, member.Details, join: member.Join);
        }
    }

    private static void WriteOptional(SourceWriter writer, string source, CommandMember member)
    {
        if (!member.Has(MemberTraits.TypedOptionalValue))
        {
            writer.Write(member.Has(MemberTraits.ImmutableArray) ? $"{source}.IsDefault ? [] : {source}" : source);
            return;
        }

        if (member.Shape == MemberShape.OptionalList)
        {
            writer.Write($"global::System.Linq.Enumerable.Select({(member.Has(MemberTraits.ImmutableArray) ? $"{source}.IsDefault ? [] : {source}" : $"{source} ?? []")}, static value => ");
            source = "value";
        }

        writer.Write($"global::TypedExec.Generated.CommandArguments.ToText({source}, static item => ");
        WriteText(writer, member.Name, "item", member.Value, member.Details);
        writer.Write(member.Shape == MemberShape.OptionalList ? "))" : ")");
    }

    /// <summary>
    /// Generates the argument of <c>AddOption</c> and <c>AddArgument</c>, which format formattable values themselves.
    /// </summary>
    private static void WriteValue(SourceWriter writer, string source, CommandMember member)
    {
        if (member.Value.Kind == ValueKind.Formattable && member.Details?.Format is null)
        {
            writer.Write(source);
        }
        else
        {
            WriteText(writer, member.Name, source, member.Value, member.Details, member.Join, member.Name);
        }
    }

    /// <summary>
    /// Generates an expression of the type <c>string?</c>. A variable has the member's name, because several are in one scope.
    /// </summary>
    private static void WriteText(
        SourceWriter writer, string property, string source, ValueModel value, MemberDetails? details, string? join = null, string name = "")
    {
        switch (value.Kind)
        {
            case ValueKind.String:
                writer.Write(source);
                break;
            case ValueKind.Uri:
                writer.Write($"{source}?.OriginalString");
                break;
            case ValueKind.ToText:
                writer.Write($"{source}{(value.Nullable == ValueNullability.Never ? "" : "?")}.ToString()");
                break;
            case ValueKind.Enum:
                writer.Write($"TextOf({source}, {new Literal(property)})");
                break;
            case ValueKind.Flags:
                writer.Write($"TextOf({source}, {new Literal(property)}");
                writer.Write(join is null ? ")" : $", {new Literal(join)})");
                break;
            case ValueKind.Formattable:
                writer.Write(details?.Format is { } format
                    ? $"global::TypedExec.Generated.CommandArguments.Format({source}, {new Literal(format)})"
                    : $"global::TypedExec.Generated.CommandArguments.Format({source})");
                break;
            case ValueKind.Converted:
                writer.Write(value.Nullable == ValueNullability.Never
                    ? $"{details!.Converter}.ToText({source})"
                    : $"{source} is {{ }} value{name} ? {details!.Converter}.ToText(value{name}) : null");
                break;
            case ValueKind.Boolean:
                writer.Write(value.Nullable == ValueNullability.Never
                    ? $"{source} ? {new Literal(details!.TrueValue)} : {new Literal(details.FalseValue)}"
                    : $"{source} is {{ }} value{name} ? value{name} ? {new Literal(details!.TrueValue)} : {new Literal(details.FalseValue)} : null");
                break;
        }
    }
}
