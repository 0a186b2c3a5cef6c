using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace TypedExec.Ipc.V8;

/// <content>Values that contain other values.</content>
internal ref partial struct V8Reader
{
    /// <summary>How many holes the sparse arrays of a message may announce, because they needn't contain them.</summary>
    private const uint MaxHoles = 4 * 1024 * 1024;

    private Dictionary<string, object?> ReadObject()
    {
        _budget.Spend(MessageBudget.Container);
        var properties = Remember(new Dictionary<string, object?>());
        ReadProperties(properties);
        return properties;
    }

    private void ReadProperties(Dictionary<string, object?> properties)
    {
        while (ReadTag() is var tag && tag != V8Tag.EndObject)
        {
            var name = ReadKey(tag);
            properties[name as string ?? PropertyName.From(Convert.ToDouble(name, CultureInfo.InvariantCulture))] = ReadValue();
        }

        _ = ReadVarint();
    }

    /// <summary>Reads the name of a property, which V8 writes as a string or a number, never as a reference.</summary>
    private object ReadKey(byte tag)
    {
        _budget.Spend(MessageBudget.Key);
        return tag switch
        {
            V8Tag.Utf8String or V8Tag.OneByteString or V8Tag.TwoByteString => ReadString(tag),
            V8Tag.Int32 or V8Tag.UInt32 or V8Tag.Double => ReadNumber(tag),
            _ => throw new FormatException($"A message contains a property whose name is neither a string nor a number (tag '{(char)tag}')."),
        };
    }

    private List<object?> ReadDenseArray()
    {
        _budget.Spend(MessageBudget.Container);
        var length = ReadVarint();
        // What is announced may be missing, and arrays may be nested, so the list grows as items arrive.
        var items = Remember(new List<object?>((int)Math.Min(length, 16)));
        for (var i = 0u; i < length; i++)
        {
            items.Add(ReadValue());
        }

        // Properties that an array has in addition to its items have no counterpart.
        while (ReadTag() is var tag && tag != V8Tag.EndDenseArray)
        {
            _ = ReadKey(tag);
            _ = ReadValue();
        }

        _ = ReadVarint();
        _ = ReadVarint();
        return items;
    }

    private List<object?> ReadSparseArray()
    {
        var length = ReadVarint();
        if (length > MaxHoles - _holes)
        {
            throw new FormatException($"A message contains a sparse array of {length} items, but at most {MaxHoles} are allowed in total.");
        }

        _holes += length;
        _budget.Spend(MessageBudget.Container + (long)MessageBudget.Hole * length);
        var items = Remember(new List<object?>((int)length));
        CollectionsMarshal.SetCount(items, (int)length);
        CollectionsMarshal.AsSpan(items).Fill(Undefined.Value);

        while (ReadTag() is var tag && tag != V8Tag.EndSparseArray)
        {
            var index = Index(ReadKey(tag));
            var value = ReadValue();
            if (index < length)
            {
                items[(int)index] = value;
            }
        }

        _ = ReadVarint();
        _ = ReadVarint();
        return items;
    }

    /// <summary>Returns the array position that a property's name represents; beyond every array if it isn't one.</summary>
    private static uint Index(object key) => key switch
    {
        int number when number >= 0 => (uint)number,
        string text when uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (text[0] != '0' || text.Length == 1) => number,
        _ => uint.MaxValue,
    };

    private Dictionary<object, object?> ReadMap()
    {
        _budget.Spend(MessageBudget.Container);
        var map = Remember(new Dictionary<object, object?>(KeyComparer.Instance));
        while (ReadTag() is var tag && tag != V8Tag.EndMap)
        {
            var key = ReadItemKey(tag) ?? throw new FormatException("A message contains a map with the key null.");
            map[key] = ReadValue();
        }

        _ = ReadVarint();
        return map;
    }

    private HashSet<object?> ReadSet()
    {
        _budget.Spend(MessageBudget.Container);
        var set = Remember(new HashSet<object?>(KeyComparer.Instance));
        while (ReadTag() is var tag && tag != V8Tag.EndSet)
        {
            set.Add(ReadItemKey(tag));
        }

        _ = ReadVarint();
        return set;
    }

    /// <summary>
    /// Reads a key of a map or an item of a set. Each of its bytes is examined once more, even if it is a reference.
    /// </summary>
    private object? ReadItemKey(byte tag)
    {
        var key = ReadValue(tag);
        _budget.Spend(MessageBudget.Key + key switch
        {
            string text => 2L * text.Length,
            BigInteger number => number.GetByteCount(),
            _ => 0,
        });
        return key;
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
        return TypedArrays.Read(index, ReadCounted(ReadVarint()));
    }

    private Dictionary<string, object?> ReadError()
    {
        _budget.Spend(MessageBudget.Container + 4 * MessageBudget.Key);
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
                    throw new FormatException($"A message contains an error with the unknown part '{(char)tag}'.");
            }
        }
    }
}
