using System.Globalization;

namespace TypedExec.Ipc.V8;

/// <summary>Reads V8's serialization of one value into the .NET values that stand for JavaScript's.</summary>
internal ref partial struct V8Reader(ReadOnlySpan<byte> bytes)
{
    private const int MaxDepth = 512;

    /// <summary>How many items the sparse arrays of a message may announce, as they need not hold them.</summary>
    private const uint MaxSparseItems = 4 * 1024 * 1024;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly List<object?> _objects = [];
    private int _position;
    private int _depth;
    private uint _sparseItems;

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

    private object? ReadValue() => ReadValue(ReadTag());

    private object? ReadValue(byte tag)
    {
        // Here, as keys come with their tag read already and may be nested too.
        if (++_depth > MaxDepth)
        {
            throw new FormatException($"A message that is nested deeper than {MaxDepth}.");
        }

        var value = ReadTagged(tag);
        _depth--;
        return value;
    }

    private object? ReadTagged(byte tag)
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

            var key = Convert.ToString(ReadValue(tag), CultureInfo.InvariantCulture) ?? "";
            properties[key] = ReadValue();
        }
    }

    private List<object?> ReadDenseArray()
    {
        var length = ReadVarint();
        // What is announced need not be there, and arrays may be nested: the list grows with what is.
        var items = Remember(new List<object?>((int)Math.Min(length, 16)));
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
        if (length > MaxSparseItems - _sparseItems)
        {
            throw new FormatException($"A message holds a sparse array of {length} items; {MaxSparseItems} are allowed in all.");
        }

        _sparseItems += length;

        var items = Remember(new List<object?>());
        var properties = new Dictionary<string, object?>();
        ReadProperties(properties, V8Tag.EndSparseArray);
        _ = ReadVarint();
        _ = ReadVarint();
        for (var i = 0u; i < length; i++)
        {
            items.Add(properties.GetValueOrDefault(i.ToString(CultureInfo.InvariantCulture), Undefined.Value));
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

    private HashSet<object?> ReadSet()
    {
        var set = Remember(new HashSet<object?>());
        while (ReadTag() is var tag && tag != V8Tag.EndSet)
        {
            set.Add(ReadValue(tag));
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
    {
        // JavaScript's dates reach further than .NET's.
        var earliest = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
        var latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        return milliseconds >= earliest && milliseconds <= latest
            ? DateTimeOffset.UnixEpoch.AddMilliseconds(milliseconds)
            : throw new FormatException($"A message holds a date that .NET has not ({milliseconds} ms).");
    }

    private readonly T Remember<T>(T value)
    {
        _objects.Add(value);
        return value;
    }

    private readonly object? Referenced(uint id)
        => id < (uint)_objects.Count ? _objects[(int)id] : throw new FormatException($"A reference to the unknown object {id}.");
}
