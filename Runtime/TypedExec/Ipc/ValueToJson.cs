using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace TypedExec.Ipc;

/// <summary>
/// Converts the .NET values that represent JavaScript's to JSON, using the closest JSON value where JSON lacks them.
/// </summary>
internal readonly ref struct ValueToJson
{
    /// <summary>Twice the nesting limit of a message, because a map is a list of pairs.</summary>
    public const int MaxDepth = 1024;

    private const int MaxContainers = 512;

    private readonly Utf8JsonWriter _writer;
    private readonly MessageBudget _budget;

    private ValueToJson(Utf8JsonWriter writer, MessageBudget budget)
    {
        _writer = writer;
        _budget = budget;
    }

    /// <exception cref="FormatException">The value can't be expressed as JSON, or exceeds the budget.</exception>
    public static void Write(Utf8JsonWriter writer, object? value, MessageBudget budget) => new ValueToJson(writer, budget).Write(value, 0);

    private void Write(object? value, int depth)
    {
        _budget.Spend(MessageBudget.JsonToken);
        switch (value)
        {
            case null or Undefined:
                _budget.Spend(5);
                _writer.WriteNullValue();
                break;
            case bool boolean:
                _budget.Spend(6);
                _writer.WriteBooleanValue(boolean);
                break;
            case string text:
                SpendText(text);
                _writer.WriteStringValue(text);
                break;
            case char character:
                Write(character.ToString(), depth);
                break;
            case DateTimeOffset date:
                _budget.Spend(27);
                _writer.WriteStringValue(date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
                break;
            case DateTime date:
                Write(new DateTimeOffset(date), depth);
                break;
            case JsonElement element:
                IpcMessage.Repaired(element).WriteTo(_writer);
                break;
            case BigInteger number:
                _budget.SpendDigits(number.GetByteCount());
                _writer.WriteRawValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case ValueType and not IEnumerable:
                _budget.Spend(8);
                WriteNumber(value);
                break;
            default:
                WriteContainer(value, depth + 1);
                break;
        }
    }

    private void WriteContainer(object value, int depth)
    {
        if (depth > MaxContainers)
        {
            throw new FormatException($"A message refers to itself or is nested more than {MaxContainers} levels deep, which JSON can't express.");
        }

        _budget.Spend(2);
        switch (ValueShapes.From(value))
        {
            case ValueShape.Object:
                WriteObject(value, depth);
                break;
            case ValueShape.Map:
                WriteMap((IDictionary)value, depth);
                break;
            case ValueShape.Set or ValueShape.Array:
                WriteArray((IEnumerable)value, depth);
                break;
            default:
                throw NotSendable(value);
        }
    }

    private void WriteObject(object value, int depth)
    {
        _writer.WriteStartObject();
        foreach (var (name, item) in Surrogates.Repaired(ValueShapes.Properties(value)))
        {
            // Like JSON.stringify.
            if (item is not Undefined)
            {
                SpendText(name);
                _budget.Spend(MessageBudget.JsonToken);
                _writer.WritePropertyName(name);
                Write(item, depth);
            }
        }

        _writer.WriteEndObject();
    }

    private void WriteArray(IEnumerable items, int depth)
    {
        _writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(item, depth);
        }

        _writer.WriteEndArray();
    }

    private void WriteMap(IDictionary map, int depth)
    {
        _writer.WriteStartArray();
        foreach (DictionaryEntry entry in map)
        {
            _budget.Spend(MessageBudget.JsonToken + 3);
            _writer.WriteStartArray();
            Write(entry.Key, depth);
            Write(entry.Value, depth);
            _writer.WriteEndArray();
        }

        _writer.WriteEndArray();
    }

    private void WriteNumber(object value)
    {
        switch (value)
        {
            case sbyte or byte or short or ushort or int or uint or long:
                _writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                _writer.WriteNumberValue(number);
                break;
            case decimal number:
                _writer.WriteNumberValue(number);
                break;
            case float or double when Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number:
                if (double.IsFinite(number))
                {
                    _writer.WriteNumberValue(number);
                }
                else
                {
                    // Like JSON.stringify.
                    _writer.WriteNullValue();
                }

                break;
            default:
                throw NotSendable(value);
        }
    }

    /// <summary>Counts a string, in which a non-ASCII or control character may become an escape of six characters.</summary>
    private void SpendText(string text)
    {
        var length = 3L + text.Length;
        var rest = text.AsSpan();
        for (var next = rest.IndexOfAnyExceptInRange(' ', '~'); next >= 0; next = rest.IndexOfAnyExceptInRange(' ', '~'))
        {
            length += 5;
            rest = rest[(next + 1)..];
        }

        _budget.Spend(length);
    }

    private static FormatException NotSendable(object value)
        => new($"A message can't contain a {value.GetType()}. See MessageEventArgs.Object for the supported types.");
}
