using System.Text.Json;

namespace TypedExec.Tests.Ipc;

/// <summary>A value of every kind that JSON has, including the limits.</summary>
internal static class JsonValues
{
    public static IReadOnlyList<JsonElement> All { get; } =
    [
        .. new[]
        {
            "null", "true", "false", "0", "-1", "1.5", "1e300", "5e-324", "9007199254740991", "-2147483649", "4294967296",
            "\"\"", "\"text\"", @"""line\nbreak\r\u0000\u0001 \""quotes\"" \\ \u2028""",
            "\"żółw 🐢 漢字 \u00ff\"", "\"<&>'+\"",
            "[]", "{}", "[null,[],{}]", """{"a":{"b":[1,[2,{"c":null}]],"":"empty","żółw":"🐢","__proto__x":1}}""",
            """{"cmd":"NODE"}""", """{"cmd":1}""",
        }.Select(text => JsonElement.Parse(text)),
        Nested(200),
    ];

    private static JsonElement Nested(int depth)
        => JsonElement.Parse(new string('[', depth) + new string(']', depth), new JsonDocumentOptions { MaxDepth = depth });
}
