using System.Text;
using System.Text.Json;
using CsCheck;
using TypedExec.CommandLines.Reading;
using Xunit;
using JsonException = TypedExec.CommandLines.Reading.JsonException;

namespace TypedExec.Specifications.Tests;

/// <summary>
/// The reader accepts what System.Text.Json accepts, with the same values, and rejects what the standard leaves open.
/// </summary>
public sealed class JsonReaderTests
{
    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.Char['\0', '\u2100'], 0, 12],
        Gen.OneOf("", "\"", "\\", "\n", "😀", "ÿ", "\u2028", "--all"));

    private static readonly Gen<string> Values = Gen.Recursive<string>((depth, inner) => depth > 3
        ? Scalars
        : Gen.OneOf(
            Scalars,
            inner.Array[0, 4].Select(static items => "[" + string.Join(" ,\n", items) + "]"),
            Gen.Select(Texts, inner).Array[0, 4].Select(static members => "{" + string.Join(",", members.DistinctBy(static member => member.Item1)
                .Select(static member => JsonSerializer.Serialize(member.Item1) + " : " + member.Item2)) + "}")));

    private static Gen<string> Scalars => Gen.OneOf(
        Texts.Select(static text => JsonSerializer.Serialize(text)),
        Gen.Double.Select(static number => double.IsFinite(number) ? JsonSerializer.Serialize(number) : "0"),
        Gen.Int.Select(static number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.OneOf("true", "false", "null", "-0", "1e5", "1E+2", "0.5e-3"));

    [Fact]
    public void Valid_JSON_is_read_unchanged()
        => Values.Sample(static text => Same(JsonDocument.Parse(text).RootElement, JsonReader.Read(text)), iter: 3_000, seed: Seeds.First);

    [Fact]
    public void Damaged_JSON_is_rejected_where_the_framework_rejects_it() => Gen.Select(
        Values,
        Gen.Int[0, 200],
        Gen.OneOf("", ",", "\"", "}", "]", "{", "[", ":", "\\", "0", "-", "e", "\u0001", " ", "tru", "\uFEFF", "//", "/", "/* */", "/*", "// x\n", "//\r", "\\u12", "\\ud800")).Sample(
        static (text, place, piece) =>
        {
            var at = place % (text.Length + 1);
            var damaged = piece.Length == 0 ? text.Remove(Math.Min(at, text.Length - 1), 1) : text.Insert(at, piece);
            return IsJson(damaged) == IsRead(damaged);
        },
        iter: 10_000,
        seed: Seeds.First);

    [Fact]
    public void A_value_has_its_position() => Values.Sample(
        static text =>
        {
            var value = JsonReader.Read("  " + text + " ");
            return value.Span.Start == 2 && Same(JsonDocument.Parse(("  " + text + " ").Substring(value.Span.Start, value.Span.Length)).RootElement, value);
        },
        iter: 500,
        seed: Seeds.First);

    [Theory]
    [InlineData("""{"a":1,"b":2,"a":3}""", 13)]
    [InlineData("""{"a":1,"\u0061":3}""", 7)]
    [InlineData("""["\ud83d"]""", 2)]
    [InlineData("""["\ude00"]""", 2)]
    [InlineData("""["\ud83dx"]""", 2)]
    [InlineData("""[1,,]""", 3)]
    [InlineData("""[,]""", 1)]
    [InlineData("""{,}""", 1)]
    [InlineData("""[1 /]""", 3)]
    [InlineData("""[1 /* ]""", 3)]
    [InlineData("""[01]""", 2)]
    [InlineData("""{} x""", 3)]
    [InlineData("", 0)]
    [InlineData("/* no */", 8)]
    [InlineData("['a']", 1)]
    [InlineData("[\"a\tb\"]", 3)]
    public void A_mistake_is_reported_at_its_position(string text, int place)
        => Assert.Equal(place, Assert.Throws<JsonException>(() => JsonReader.Read(text)).Span.Start);

    [Fact]
    public void Comments_and_trailing_commas_are_accepted()
    {
        var read = (JsonObject)JsonReader.Read("// a file\r\n{ /* names */ \"a\": [1, /* two */ 2, ], // the end\n } /**/ //");
        Assert.Equal(2, ((JsonArray)Assert.Single(read.Members).Value).Items.Count);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_rejected_even_unescaped()
        => Assert.Throws<JsonException>(static () => JsonReader.Read("[\"\uD83D\"]"));

    [Fact]
    public void Values_that_are_nested_too_deeply_are_rejected()
        => Assert.True(Assert.Throws<JsonException>(static () => JsonReader.Read(new string('[', 5_000_000))).IsLimit);

    private static bool IsRead(string text)
    {
        try
        {
            JsonReader.Read(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsJson(string text)
    {
        // The framework reads bytes, where a byte order mark isn't part of the text.
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        try
        {
            using var document = JsonDocument.Parse(new UTF8Encoding(false, true).GetBytes(text[start..]), Strict);
            return AreTextsWhole(document.RootElement);
        }
        catch (Exception error) when (error is System.Text.Json.JsonException or EncoderFallbackException or InvalidOperationException)
        {
            return false;
        }
    }

    // It rejects a lone surrogate only when the text is requested.
    private static bool AreTextsWhole(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(static member => member.Name is not null && AreTextsWhole(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(AreTextsWhole),
        JsonValueKind.String => element.GetString() is not null,
        _ => true,
    };

    private static bool Same(JsonElement expected, JsonValue actual) => (expected.ValueKind, actual) switch
    {
        (JsonValueKind.Object, JsonObject value) => expected.EnumerateObject().Select(static member => member.Name).SequenceEqual(value.Members.Select(static member => member.Name))
            && expected.EnumerateObject().Zip(value.Members).All(static pair => Same(pair.First.Value, pair.Second.Value)),
        (JsonValueKind.Array, JsonArray value) => expected.GetArrayLength() == value.Items.Count
            && expected.EnumerateArray().Zip(value.Items).All(static pair => Same(pair.First, pair.Second)),
        (JsonValueKind.String, JsonText value) => expected.GetString() == value.Value,
        (JsonValueKind.Number, JsonNumber value) => expected.GetRawText() == value.Digits,
        (JsonValueKind.True, { Kind: JsonKind.True }) or (JsonValueKind.False, { Kind: JsonKind.False }) or (JsonValueKind.Null, { Kind: JsonKind.Null }) => true,
        _ => false,
    };
}
