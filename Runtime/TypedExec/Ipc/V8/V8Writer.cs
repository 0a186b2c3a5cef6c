using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace TypedExec.Ipc.V8;

/// <summary>Writes .NET values in V8's serialization of the JavaScript values that they represent.</summary>
internal sealed partial class V8Writer
{
    private const int MaxDepth = 512;

    private readonly ArrayBufferWriter<byte> _buffer = new(256);
    private readonly Dictionary<object, uint> _ids = new(ReferenceEqualityComparer.Instance);
    private uint _nextId;
    private int _depth;

    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    /// <exception cref="ArgumentException">A value has no counterpart in JavaScript.</exception>
    public void WriteMessage(object? value)
    {
        WriteByte(V8Tag.Version);
        WriteByte(V8Tag.LatestVersion);
        WriteValue(value);
    }

    private void WriteValue(object? value)
    {
        if (++_depth > MaxDepth)
        {
            throw new ArgumentException($"The message is nested more than {MaxDepth} levels deep.", nameof(value));
        }

        WriteAny(value);
        _depth--;
    }

    private void WriteAny(object? value)
    {
        switch (value)
        {
            case null:
                WriteByte(V8Tag.Null);
                break;
            case Undefined:
                WriteByte(V8Tag.Undefined);
                break;
            case bool boolean:
                WriteByte(boolean ? V8Tag.True : V8Tag.False);
                break;
            case string text:
                WriteString(text);
                break;
            case char character:
                WriteString(character.ToString());
                break;
            case sbyte or byte or short or ushort or int:
                WriteInt32(Convert.ToInt32(value, CultureInfo.InvariantCulture));
                break;
            case uint or long or ulong:
                WriteWhole(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
                break;
            case float or double:
                WriteDouble(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case decimal number:
                WriteDecimal(number);
                break;
            case BigInteger number:
                WriteBigInt(number);
                break;
            case JsonElement element:
                WriteJson(IpcMessage.Repaired(element));
                break;
            default:
                WriteReceiver(value);
                break;
        }
    }

    /// <summary>Writes a value that JavaScript treats as a reference: the second time, only its number is written.</summary>
    private void WriteReceiver(object value)
    {
        if (!value.GetType().IsValueType)
        {
            if (_ids.TryGetValue(value, out var id))
            {
                WriteByte(V8Tag.ObjectReference);
                WriteVarint(id);
                return;
            }

            _ids.Add(value, _nextId);
        }

        _nextId++;
        if (TypedArrays.TryWrite(value, out var index, out var bytes))
        {
            WriteByte(V8Tag.HostObject);
            WriteVarint(V8Tag.HostArrayBufferView);
            WriteVarint(index);
            WriteVarint((uint)bytes.Length);
            _buffer.Write(bytes);
            return;
        }

        switch (value)
        {
            case DateTimeOffset date:
                WriteDate(date);
                break;
            case DateTime date:
                WriteDate(date);
                break;
            default:
                WriteContainer(value);
                break;
        }
    }

    /// <summary>
    /// Writes a container by the shape of its type: an empty dictionary of strings is an object too, and a set of numbers a Set.
    /// </summary>
    private void WriteContainer(object value)
    {
        switch (ValueShapes.From(value))
        {
            case ValueShape.Object:
                WriteObject(value);
                break;
            case ValueShape.Map:
                WriteMap((IDictionary)value);
                break;
            case ValueShape.Set:
                WriteSet((IEnumerable)value);
                break;
            case ValueShape.Array:
                WriteArray([.. ((IEnumerable)value).Cast<object?>()]);
                break;
            default:
                throw new ArgumentException(
                    $"A message can't contain a {value.GetType()}. See MessageEventArgs.Object for the supported types.", nameof(value));
        }
    }

    private void WriteObject(object properties)
    {
        WriteByte(V8Tag.BeginObject);
        var count = 0u;
        foreach (var (name, value) in Surrogates.Repaired(ValueShapes.Properties(properties)))
        {
            WriteString(name);
            WriteValue(value);
            count++;
        }

        WriteByte(V8Tag.EndObject);
        WriteVarint(count);
    }

    private void WriteArray(List<object?> items)
    {
        WriteByte(V8Tag.BeginDenseArray);
        WriteVarint((uint)items.Count);
        foreach (var item in items)
        {
            WriteValue(item);
        }

        WriteByte(V8Tag.EndDenseArray);
        WriteVarint(0);
        WriteVarint((uint)items.Count);
    }

    private void WriteMap(IDictionary map)
    {
        WriteByte(V8Tag.BeginMap);
        var count = 0u;
        foreach (DictionaryEntry entry in map)
        {
            WriteValue(entry.Key);
            WriteValue(entry.Value);
            count += 2;
        }

        WriteByte(V8Tag.EndMap);
        WriteVarint(count);
    }

    private void WriteSet(IEnumerable set)
    {
        WriteByte(V8Tag.BeginSet);
        var count = 0u;
        foreach (var item in set)
        {
            WriteValue(item);
            count++;
        }

        WriteByte(V8Tag.EndSet);
        WriteVarint(count);
    }

    private void WriteJson(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                _nextId++;
                WriteByte(V8Tag.BeginObject);
                var count = 0u;
                foreach (var property in element.EnumerateObject())
                {
                    WriteString(property.Name);
                    WriteJson(property.Value);
                    count++;
                }

                WriteByte(V8Tag.EndObject);
                WriteVarint(count);
                break;
            case JsonValueKind.Array:
                _nextId++;
                WriteByte(V8Tag.BeginDenseArray);
                var length = (uint)element.GetArrayLength();
                WriteVarint(length);
                foreach (var item in element.EnumerateArray())
                {
                    WriteJson(item);
                }

                WriteByte(V8Tag.EndDenseArray);
                WriteVarint(0);
                WriteVarint(length);
                break;
            case JsonValueKind.Number when element.TryGetInt32(out var number):
                WriteInt32(number);
                break;
            case JsonValueKind.Number:
                WriteDouble(element.GetDouble());
                break;
            default:
                WriteValue(element.ValueKind switch
                {
                    JsonValueKind.String => element.GetString(),
                    JsonValueKind.True => true,
                    JsonValueKind.False => false,
                    _ => null,
                });
                break;
        }
    }
}
