using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TypedExec.Ipc;

/// <summary>One message: JSON, as it is or as UTF-8, or the .NET values that stand for JavaScript's.</summary>
internal readonly struct IpcMessage
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        // It goes to a JSON parser, never into HTML; escaping all but ASCII would only make it longer.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonDocumentOptions ParseOptions = new() { MaxDepth = 1000 };

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

    /// <summary>Whether it is between the two runtimes and never shown: its <c>cmd</c> starts with <c>NODE_</c>.</summary>
    public bool IsInternal => _kind == Kind.Value
        ? _value is Dictionary<string, object?> map && map.TryGetValue("cmd", out var name) && IsInternalName(name as string)
        : _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty("cmd"u8, out var cmd)
            && IsInternalName(cmd);

    /// <summary>JSON as JavaScript reads it, which knows no limit of 64 levels.</summary>
    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> utf8) => JsonElement.Parse(utf8, ParseOptions);

    public static IpcMessage FromJson(JsonElement json) => new(Kind.Json, json: json);

    /// <summary>A value of the mapping that <see cref="MessageEventArgs.Object"/> documents.</summary>
    public static IpcMessage FromValue(object? value) => value is JsonElement json ? FromJson(json) : new(Kind.Value, value: value);

    /// <summary>A typed value, serialized without reflection.</summary>
    public static IpcMessage From<T>(T value, JsonTypeInfo<T> type)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(bytes, WriterOptions))
        {
            JsonSerializer.Serialize(writer, value, type);
        }

        return new IpcMessage(Kind.Utf8, utf8: bytes.WrittenMemory);
    }

    public JsonElement ToJson() => _kind switch
    {
        Kind.Json => _json,
        Kind.Utf8 => Parse(_utf8.Span),
        _ => ValueToJson.Convert(_value),
    };

    public object? ToObject() => _kind == Kind.Value ? _value : ToJson();

    /// <summary>Writes the message as one JSON text without line breaks.</summary>
    public void WriteJson(IBufferWriter<byte> buffer)
    {
        if (_kind == Kind.Utf8)
        {
            buffer.Write(_utf8.Span);
            return;
        }

        if (_kind == Kind.Json && JsonMarshal.GetRawUtf8Value(_json) is var raw && raw.IndexOfAny((byte)'\n', (byte)'\r') < 0)
        {
            // As it came: cheaper, and a lone surrogate, which a writer refuses, stays what it is.
            buffer.Write(raw);
            return;
        }

        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        if (_kind == Kind.Json)
        {
            _json.WriteTo(writer);
        }
        else
        {
            ValueToJson.Write(writer, _value);
        }
    }

    private static bool IsInternalName(JsonElement name)
    {
        try
        {
            return name.ValueKind == JsonValueKind.String && IsInternalName(name.GetString());
        }
        catch (InvalidOperationException)
        {
            // The text is no Unicode, which is found out only now.
            return false;
        }
    }

    private static bool IsInternalName(string? name) => name is not null && name.StartsWith("NODE_", StringComparison.Ordinal);
}
