namespace TypedExec.CommandLines.Reading;

/// <summary>A value of a JSON text, and its position in the text.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="Span">From its first to its last character.</param>
internal abstract record JsonValue(JsonKind Kind, JsonSpan Span);

/// <summary>A string, with its escapes resolved.</summary>
internal sealed record JsonText(string Value, JsonSpan Span) : JsonValue(JsonKind.Text, Span);

/// <summary>A number as it is written.</summary>
internal sealed record JsonNumber(string Digits, JsonSpan Span) : JsonValue(JsonKind.Number, Span);

/// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed record JsonWord(JsonKind Kind, JsonSpan Span) : JsonValue(Kind, Span);

/// <summary>A list.</summary>
internal sealed record JsonArray(IReadOnlyList<JsonValue> Items, JsonSpan Span) : JsonValue(JsonKind.Array, Span);

/// <summary>An object without duplicate members.</summary>
internal sealed record JsonObject(IReadOnlyList<JsonMember> Members, JsonSpan Span) : JsonValue(JsonKind.Object, Span);

/// <summary>A member of an object.</summary>
internal readonly record struct JsonMember(string Name, JsonValue Value);

/// <summary>The kind of a JSON value.</summary>
internal enum JsonKind
{
    Null,
    True,
    False,
    Number,
    Text,
    Array,
    Object,
}

/// <summary>A range of a text, in UTF-16 units from its start.</summary>
internal readonly record struct JsonSpan(int Start, int Length);
