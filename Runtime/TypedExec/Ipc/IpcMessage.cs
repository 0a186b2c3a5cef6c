using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TypedExec.Ipc;

/// <summary>One message: JSON, as an element or as UTF-8, or the .NET values that represent JavaScript's.</summary>
internal readonly struct IpcMessage
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        // It goes to a JSON parser, never into HTML. Escaping everything but ASCII would only make it longer.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = ValueToJson.MaxDepth,
    };

    /// <summary>Deeper than .NET's default, but not unlimited.</summary>
    private static readonly JsonDocumentOptions LineOptions = new() { MaxDepth = 1000 };

    private static readonly JsonDocumentOptions ValueOptions = new() { MaxDepth = ValueToJson.MaxDepth };

    private readonly Kind _kind;
    private readonly JsonElement _json;
    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly object? _value;

    private IpcMessage(Kind kind, JsonElement json = default, ReadOnlyMemory<byte> utf8 = default, object? value = null)
    {
        _kind = kind;
        _json = json;
        _utf8 = utf8;
        _value = value;
    }

    private enum Kind
    {
        Json,
        Utf8,
        Value,
    }

    /// <summary>Gets how many bytes the message had on the channel; 0 for one of our own.</summary>
    public int Length { get; private init; }

    /// <summary>Gets how many bytes the message occupies when decoded.</summary>
    public long Size { get; private init; }

    /// <summary>Gets whether its JSON has to be created from values, which may fail.</summary>
    public bool IsValue => _kind == Kind.Value;

    /// <summary>Gets whether writing it may run user code, such as an enumerable among the values.</summary>
    public bool MayRunCode => _kind == Kind.Value && _value is not (null or string or bool or int or long or double);

    /// <summary>
    /// Gets whether it is exchanged between the two runtimes and never shown: its <c>cmd</c> starts with <c>NODE_</c>.
    /// </summary>
    public bool IsInternal => Text("cmd") is { } name && name.StartsWith("NODE_", StringComparison.Ordinal);

    /// <summary>Parses a line of JSON as JavaScript does, without a limit of 64 levels.</summary>
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    /// <exception cref="FormatException">The message is too large.</exception>
    public static IpcMessage Parse(ReadOnlySpan<byte> line)
    {
        line = Surrogates.RepairedJson(line);
        var size = JsonCost.Measure(line, new JsonReaderOptions { MaxDepth = LineOptions.MaxDepth });
        return new(Kind.Json, json: JsonElement.Parse(line, LineOptions)) { Length = line.Length, Size = size };
    }

    public static IpcMessage FromJson(JsonElement json) => new(Kind.Json, json: json);

    /// <summary>Creates a message from a value of the mapping that <see cref="MessageEventArgs.Object"/> documents.</summary>
    public static IpcMessage FromValue(object? value) => value is JsonElement json ? FromJson(json) : new(Kind.Value, value: value);

    /// <summary>Creates a message from a value that has been received.</summary>
    public static IpcMessage FromValue(object? value, int length, long size) => new(Kind.Value, value: value) { Length = length, Size = size };

    /// <summary>Creates a message from a typed value, serialized without reflection.</summary>
    public static IpcMessage From<T>(T value, JsonTypeInfo<T> type)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(bytes, WriterOptions))
        {
            JsonSerializer.Serialize(writer, value, type);
        }

        return new IpcMessage(Kind.Utf8, utf8: bytes.WrittenMemory);
    }

    /// <exception cref="FormatException">The values can't be expressed as JSON, or it would be too large.</exception>
    public JsonElement ToJson()
    {
        switch (_kind)
        {
            case Kind.Json:
                return _json;
            case Kind.Utf8:
                return JsonElement.Parse(_utf8.Span, ValueOptions);
            default:
                var buffer = new ArrayBufferWriter<byte>(256);
                using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
                {
                    ValueToJson.Write(writer, _value, MessageBudget.For(Length));
                }

                return JsonElement.Parse(buffer.WrittenSpan, ValueOptions);
        }
    }

    public object? ToObject() => _kind == Kind.Value ? _value : ToJson();

    /// <summary>Returns a property of the message as a separate message, or null if there is none.</summary>
    public IpcMessage? Property(string name)
    {
        if (_kind == Kind.Value)
        {
            return _value is Dictionary<string, object?> properties && properties.TryGetValue(name, out var value)
                ? new IpcMessage(Kind.Value, value: value) { Length = Length, Size = Size }
                : null;
        }

        return _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty(name, out var property)
            ? new IpcMessage(Kind.Json, json: property) { Length = Length, Size = Size }
            : null;
    }

    /// <summary>Returns a property of the message that is a string, or null if there is none.</summary>
    public string? Text(string name) => Property(name) is not { } property ? null
        : property._kind == Kind.Value ? property._value as string
        : property._json.ValueKind == JsonValueKind.String ? property._json.GetString()
        : null;

    /// <summary>Writes the message as one JSON text without line breaks.</summary>
    /// <exception cref="ArgumentException">A value can't be expressed as JSON.</exception>
    public void WriteJson(IBufferWriter<byte> buffer)
    {
        switch (_kind)
        {
            case Kind.Utf8:
                buffer.Write(_utf8.Span);
                break;
            case Kind.Json when JsonMarshal.GetRawUtf8Value(_json) is var raw && raw.IndexOfAny((byte)'\n', (byte)'\r') < 0:
                // Written as received, which is cheaper.
                buffer.Write(Surrogates.RepairedJson(raw));
                break;
            default:
                using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
                {
                    WriteValue(writer);
                }

                break;
        }
    }

    /// <summary>
    /// Returns the user's JSON with U+FFFD in place of lone surrogates, which .NET accepts in JSON but then can't return.
    /// </summary>
    public static JsonElement Repaired(JsonElement json)
    {
        var raw = JsonMarshal.GetRawUtf8Value(json);
        var repaired = Surrogates.RepairedJson(raw);
        return repaired == raw ? json : JsonElement.Parse(repaired, new JsonDocumentOptions { MaxDepth = int.MaxValue });
    }

    private void WriteValue(Utf8JsonWriter writer)
    {
        if (_kind == Kind.Json)
        {
            Repaired(_json).WriteTo(writer);
            return;
        }

        try
        {
            ValueToJson.Write(writer, _value, MessageBudget.ForSending());
        }
        catch (FormatException exception)
        {
            throw new ArgumentException(exception.Message, exception);
        }
    }
}
