using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace TypedExec.Ipc;

/// <summary>Gives the .NET values that stand for JavaScript's as JSON, the closest where JSON lacks them.</summary>
internal static class ValueToJson
{
    private const int MaxDepth = 512;

    public static JsonElement Convert(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, value);
        }

        return IpcMessage.Parse(buffer.WrittenSpan);
    }

    /// <exception cref="ArgumentException">A value has no JSON, or the values refer to each other in a circle.</exception>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        if (writer.CurrentDepth > MaxDepth)
        {
            throw new ArgumentException("The message refers to itself, which JSON cannot express.", nameof(value));
        }

        switch (value)
        {
            case null or Undefined:
                writer.WriteNullValue();
                break;
            case bool boolean:
                writer.WriteBooleanValue(boolean);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case double:
                // As JSON.stringify does.
                writer.WriteNullValue();
                break;
            case BigInteger number:
                writer.WriteRawValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case DateTimeOffset date:
                writer.WriteStringValue(date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
                break;
            case JsonElement element:
                element.WriteTo(writer);
                break;
            case IReadOnlyDictionary<string, object?> properties:
                WriteObject(writer, properties);
                break;
            case IDictionary map:
                WriteArray(writer, Pairs(map));
                break;
            case IEnumerable items:
                WriteArray(writer, items);
                break;
            default:
                WriteNumber(writer, value);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> properties)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in properties)
        {
            // As JSON.stringify does.
            if (value is not Undefined)
            {
                writer.WritePropertyName(name);
                Write(writer, value);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter writer, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static IEnumerable<object?> Pairs(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            yield return new List<object?> { entry.Key, entry.Value };
        }
    }

    /// <summary>An element of a typed array.</summary>
    private static void WriteNumber(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case sbyte or byte or short or ushort or uint:
                writer.WriteNumberValue(System.Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                writer.WriteNumberValue(number);
                break;
            case float number:
                Write(writer, (double)number);
                break;
            default:
                throw new ArgumentException($"A message cannot hold a {value.GetType()}.", nameof(value));
        }
    }
}
