namespace TypedExec.Ipc.V8;

/// <summary>Reads V8's serialization of one value into the .NET values that represent JavaScript's.</summary>
internal ref partial struct V8Reader(ReadOnlySpan<byte> bytes)
{
    private const int MaxDepth = 512;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly List<object?> _objects = [];
    private readonly MessageBudget _budget = MessageBudget.For(bytes.Length);
    private int _position;
    private int _depth;
    private uint _holes;

    /// <summary>Gets how many bytes the value occupies.</summary>
    public readonly long Size => _budget.Spent;

    /// <exception cref="FormatException">The bytes are not a value, or the value has no counterpart or is too large.</exception>
    public object? ReadMessage()
    {
        if (ReadByte() != V8Tag.Version)
        {
            throw new FormatException("A message doesn't start with V8's version.");
        }

        if (ReadVarint() is > V8Tag.LatestVersion and var version)
        {
            throw new FormatException($"A message has version {version} of V8's format, but the latest supported version is {V8Tag.LatestVersion}.");
        }

        return ReadValue();
    }

    private object? ReadValue() => ReadValue(ReadTag());

    private object? ReadValue(byte tag)
    {
        // Checked here, because keys come with their tag already read and may be nested too.
        if (++_depth > MaxDepth)
        {
            throw new FormatException($"A message is nested more than {MaxDepth} levels deep.");
        }

        _budget.Spend(MessageBudget.Value);
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
            case V8Tag.Int32 or V8Tag.UInt32 or V8Tag.Double:
                return ReadNumber(tag);
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
                return Remember(ReadNumber(V8Tag.Double));
            case V8Tag.BigIntObject:
                return Remember((object)ReadBigInt());
            case V8Tag.StringObject:
                return Remember(ReadString(ReadTag()));
            case V8Tag.ArrayBuffer:
                return Remember(ReadCounted(ReadVarint()).ToArray());
            case V8Tag.HostObject:
                return ReadHostObject();
            case V8Tag.Error:
                return ReadError();
            default:
                throw new FormatException($"A message contains a value that has no counterpart in .NET (tag '{(char)tag}').");
        }
    }

    private static object ToDate(double milliseconds)
    {
        // JavaScript's dates have a wider range than .NET's.
        var earliest = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
        var latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        return milliseconds >= earliest && milliseconds <= latest
            ? DateTimeOffset.UnixEpoch.AddMilliseconds(milliseconds)
            : throw new FormatException($"A message contains a date outside .NET's range ({milliseconds} ms).");
    }

    private readonly T Remember<T>(T value)
    {
        _objects.Add(value);
        return value;
    }

    private readonly object? Referenced(uint id)
        => id < (uint)_objects.Count ? _objects[(int)id] : throw new FormatException($"A message refers to the unknown object {id}.");
}
