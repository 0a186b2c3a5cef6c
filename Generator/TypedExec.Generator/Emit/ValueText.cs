
namespace TypedExec.Generator.Emit;

/// <summary>The expression that gives a property's value, or the function that gives its items', as text.</summary>
internal static class ValueText
{
    public static void Write(SourceWriter writer, PropertyModel property)
    {
        var source = "this." + property.Identifier;
        if (property.Shape == PropertyShape.Value)
        {
            WriteValue(writer, source, property.Value);
            return;
        }

        // A default ImmutableArray cannot be enumerated; here it is an empty one.
        writer.Write(property.Shape == PropertyShape.ImmutableArray ? $"{source}.IsDefault ? [] : {source}" : source);
        if (property.Key is { } key)
        {
            var (first, second) = property.Has(PropertyTraits.TuplePairs) ? ("pair.Item1", "pair.Item2") : ("pair.Key", "pair.Value");
            writer.Write(", static pair => global::TypedExec.CommandArguments.FormatPair(");
            WriteText(writer, first, key);
            writer.Write(", ");
            WriteText(writer, second, property.Value);
            writer.Write(")");
        }
        else if (property.Value.Kind != ValueKind.String)
        {
            writer.Write(", static item => ");
            WriteText(writer, "item", property.Value);
        }
    }

    /// <summary>What <c>AddOption</c> and <c>AddArgument</c> take: they format what is formattable themselves.</summary>
    private static void WriteValue(SourceWriter writer, string source, ValueModel value)
    {
        if (value.Kind == ValueKind.Formattable)
        {
            writer.Write(source);
        }
        else
        {
            WriteText(writer, source, value);
        }
    }

    /// <summary>An expression of the type <c>string?</c>. It declares no variable: several stand in one scope.</summary>
    private static void WriteText(SourceWriter writer, string source, ValueModel value)
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
                writer.Write($"TextOf({source})");
                break;
            case ValueKind.Formattable:
                writer.Write($"global::TypedExec.CommandArguments.Format({source})");
                break;
        }
    }
}
