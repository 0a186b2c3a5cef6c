using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace TypedExec.Ipc.V8;

/// <summary>Reads V8's serialization of one value into the .NET values that stand for JavaScript's.</summary>
internal ref struct V8Reader(ReadOnlySpan<byte> bytes)
{
    private const int MaxDepth = 512;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly List<object?> _objects = [];
    private int _position;
    private int _depth;

    /// <exception cref="FormatException">The bytes are no value, or one that has no counterpart.</exception>
    public object? ReadMessage()
    {
        if (ReadByte() != V8Tag.Version)
        {
            throw new FormatException("A message that does not start with V8's version.");
        }

        if (ReadVarint() is > V8Tag.LatestVersion and var version)
        {
            throw new FormatException($"A message of version {version} of V8's format; {V8Tag.LatestVersion} is known.");
        }

        return ReadValue();
    }

    private object? ReadValue()
    {
        if (++_depth > MaxDepth)
        {
            throw new FormatException($"A message that is nested deeper than {MaxDepth}.");
        }

        var value = ReadValue(ReadTag());
        _depth--;
        return value;
    }

    private object? ReadValue(byte tag)
    {
        switch (tag)
        {
            case V8Tag.Undefined or V8Tag.TheHole:
                return Undefined.Value;
            case V8Tag.Null:
                return null;
            case V8Tag.True:
                return true;
            case V8Tag.False:
                return false;
            case V8Tag.Int32:
                return ReadZigZag();
            case V8Tag.UInt32:
                return (double)ReadVarint();
            case V8Tag.Double:
                return ReadDouble();
            case V8Tag.BigInt:
                return ReadBigInt();
            case V8Tag.Utf8String or V8Tag.OneByteString or V8Tag.TwoByteString:
                return ReadString(tag);
            case V8Tag.ObjectReference:
                return Referenced(ReadVarint());
            case V8Tag.BeginObject:
                return ReadObject();
            case V8Tag.BeginDenseArray:
                return ReadDenseArray();
            case V8Tag.BeginSparseArray:
                return ReadSparseArray();
            case V8Tag.BeginMap:
                return ReadMap();
            case V8Tag.BeginSet:
                return ReadSet();
            case V8Tag.Date:
                return Remember(ToDate(ReadDouble()));
            case V8Tag.TrueObject:
                return Remember(true);
            case V8Tag.FalseObject:
                return Remember(false);
            case V8Tag.NumberObject:
                return Remember(ReadDouble());
            case V8Tag.BigIntObject:
                return Remember(ReadBigInt());
            case V8Tag.StringObject:
                return Remember(ReadString(ReadTag()));
            case V8Tag.ArrayBuffer:
                return Remember(ReadBytes(ReadVarint()).ToArray());
            case V8Tag.HostObject:
                return ReadHostObject();
            case V8Tag.Error:
                return ReadError();
            default:
                throw new FormatException($"A message holds a value that has no counterpart (tag '{(char)tag}').");
        }
    }

    private Dictionary<string, object?> ReadObject()
    {
        var properties = Remember(new Dictionary<string, object?>());
        ReadProperties(properties, V8Tag.EndObject);
        _ = ReadVarint();
        return properties;
    }

    private void ReadProperties(Dictionary<string, object?> properties, byte end)
    {
        while (true)
        {
            var tag = ReadTag();
            if (tag == end)
            {
                return;
            }

            var key = Convert.ToString(ReadValue(tag), System.Globalization.CultureInfo.InvariantCulture) ?? "";
            properties[key] = ReadValue();
        }
    }

    private List<object?> ReadDenseArray()
    {
        var length = ReadVarint();
        var items = Remember(new List<object?>((int)Math.Min(length, (uint)_bytes.Length)));
        for (var i = 0u; i < length; i++)
        {
            items.Add(ReadValue());
        }

        SkipProperties(V8Tag.EndDenseArray);
        return items;
    }

    private List<object?> ReadSparseArray()
    {
        var length = ReadVarint();
        if (length > (uint)_bytes.Length * 1024u + 1024u)
        {
            throw new FormatException($"A message holds a sparse array of {length} items.");
        }

        var items = Remember(new List<object?>());
        var properties = new Dictionary<string, object?>();
        ReadProperties(properties, V8Tag.EndSparseArray);
        _ = ReadVarint();
        _ = ReadVarint();
        for (var i = 0u; i < length; i++)
        {
            items.Add(properties.GetValueOrDefault(i.ToString(System.Globalization.CultureInfo.InvariantCulture), Undefined.Value));
        }

        return items;
    }

    /// <summary>Properties that an array has beside its items have no counterpart.</summary>
    private void SkipProperties(byte end)
    {
        ReadProperties([], end);
        _ = ReadVarint();
        _ = ReadVarint();
    }

    private Dictionary<object, object?> ReadMap()
    {
        var map = Remember(new Dictionary<object, object?>());
        while (ReadTag() is var tag && tag != V8Tag.EndMap)
        {
            var key = ReadValue(tag) ?? throw new FormatException("A message holds a map with the key null.");
            map[key] = ReadValue();
        }

        _ = ReadVarint();
        return map;
    }

    private HashSet<object> ReadSet()
    {
        var set = Remember(new HashSet<object>());
        while (ReadTag() is var tag && tag != V8Tag.EndSet)
        {
            set.Add(ReadValue(tag) ?? throw new FormatException("A message holds a set with null in it."));
        }

        _ = ReadVarint();
        return set;
    }

    private object? ReadHostObject()
    {
        // V8 counts the object before it asks Node to write it.
        var id = _objects.Count;
        _objects.Add(null);
        var kind = ReadVarint();
        _objects[id] = kind == V8Tag.HostArrayBufferView ? ReadTypedArray() : ReadValue();
        return _objects[id];
    }

    private Array ReadTypedArray()
    {
        var index = ReadVarint();
        return TypedArrays.Read(index, ReadBytes(ReadVarint()));
    }

    private Dictionary<string, object?> ReadError()
    {
        var error = Remember(new Dictionary<string, object?> { ["name"] = "Error" });
        while (true)
        {
            switch (ReadByte())
            {
                case (byte)'E':
                    error["name"] = "EvalError";
                    break;
                case (byte)'R':
                    error["name"] = "RangeError";
                    break;
                case (byte)'F':
                    error["name"] = "ReferenceError";
                    break;
                case (byte)'S':
                    error["name"] = "SyntaxError";
                    break;
                case (byte)'T':
                    error["name"] = "TypeError";
                    break;
                case (byte)'U':
                    error["name"] = "URIError";
                    break;
                case (byte)'m':
                    error["message"] = ReadString(ReadTag());
                    break;
                case (byte)'s':
                    error["stack"] = ReadString(ReadTag());
                    break;
                case (byte)'c':
                    error["cause"] = ReadValue();
                    break;
                case (byte)'.':
                    return error;
                case var tag:
                    throw new FormatException($"A message holds an error with the unknown part '{(char)tag}'.");
            }
        }
    }

    private static object ToDate(double milliseconds)
        => double.IsNaN(milliseconds)
            ? throw new FormatException("A message holds an invalid date.")
            : DateTimeOffset.UnixEpoch.AddMilliseconds(milliseconds);

    private BigInteger ReadBigInt()
    {
        var bits = ReadVarint();
        var magnitude = new BigInteger(ReadBytes(bits >> 1), isUnsigned: true);
        return (bits & 1) == 1 ? -magnitude : magnitude;
    }

    private string ReadString(byte tag)
    {
        var bytes = ReadBytes(ReadVarint());
        return tag switch
        {
            V8Tag.OneByteString => Encoding.Latin1.GetString(bytes),
            V8Tag.TwoByteString => Encoding.Unicode.GetString(bytes),
            V8Tag.Utf8String => Encoding.UTF8.GetString(bytes),
            _ => throw new FormatException($"A text was expected, not the tag '{(char)tag}'."),
        };
    }

    private readonly T Remember<T>(T value)
    {
        _objects.Add(value);
        return value;
    }

    private readonly object? Referenced(uint id)
        => id < (uint)_objects.Count ? _objects[(int)id] : throw new FormatException($"A reference to the unknown object {id}.");

    private byte ReadTag()
    {
        while (true)
        {
            switch (ReadByte())
            {
                case V8Tag.Padding:
                    break;
                case V8Tag.VerifyObjectCount:
                    _ = ReadVarint();
                    break;
                case var tag:
                    return tag;
            }
        }
    }

    private int ReadZigZag()
    {
        var value = ReadVarint();
        return (int)(value >> 1) ^ -(int)(value & 1);
    }

    private uint ReadVarint()
    {
        uint value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var next = ReadByte();
            value |= (uint)(next & 0x7F) << shift;
            if ((next & 0x80) == 0)
            {
                return value;
            }
        }

        throw new FormatException("A number that does not end.");
    }

    private double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(ReadBytes(8));

    private byte ReadByte() => ReadBytes(1)[0];

    private ReadOnlySpan<byte> ReadBytes(uint count)
    {
        if (count > (uint)(_bytes.Length - _position))
        {
            throw new FormatException("A message that ends too early.");
        }

        var part = _bytes.Slice(_position, (int)count);
        _position += (int)count;
        return part;
    }
}
