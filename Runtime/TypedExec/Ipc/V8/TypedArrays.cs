using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedExec.Ipc.V8;

/// <summary>JavaScript's typed arrays by Node's index (lib/v8.js, <c>arrayBufferViewTypeToIndex</c>).</summary>
internal static class TypedArrays
{
    /// <summary>Creates the array from bytes in the platform's order, which V8 uses too.</summary>
    /// <exception cref="FormatException">The index is unknown, or the bytes don't form whole elements.</exception>
    public static Array Read(uint index, ReadOnlySpan<byte> bytes) => index switch
    {
        0 => Cast<sbyte>(bytes),
        // Uint8Array, Uint8ClampedArray, DataView, Buffer.
        1 or 2 or 9 or 10 => bytes.ToArray(),
        3 => Cast<short>(bytes),
        4 => Cast<ushort>(bytes),
        5 => Cast<int>(bytes),
        6 => Cast<uint>(bytes),
        7 => Cast<float>(bytes),
        8 => Cast<double>(bytes),
        11 => Cast<long>(bytes),
        12 => Cast<ulong>(bytes),
        _ => throw new FormatException($"An array has the unknown kind {index}."),
    };

    /// <summary>Returns the index and the bytes of an array, or false if JavaScript has no such array.</summary>
    public static bool TryWrite(object value, out uint index, out ReadOnlySpan<byte> bytes)
    {
        return Is<byte>(value, 1, out index, out bytes)
            || Is<sbyte>(value, 0, out index, out bytes)
            || Is<short>(value, 3, out index, out bytes)
            || Is<ushort>(value, 4, out index, out bytes)
            || Is<int>(value, 5, out index, out bytes)
            || Is<uint>(value, 6, out index, out bytes)
            || Is<float>(value, 7, out index, out bytes)
            || Is<double>(value, 8, out index, out bytes)
            || Is<long>(value, 11, out index, out bytes)
            || Is<ulong>(value, 12, out index, out bytes);
    }

    private static bool Is<T>(object value, uint kind, out uint index, out ReadOnlySpan<byte> bytes)
        where T : unmanaged
    {
        index = kind;
        // Not by a pattern, which matches an sbyte[] as a byte[], as the runtime does.
        var isOfKind = value.GetType() == typeof(T[]);
        bytes = isOfKind ? MemoryMarshal.AsBytes<T>((T[])value) : default;
        return isOfKind;
    }

    private static T[] Cast<T>(ReadOnlySpan<byte> bytes)
        where T : unmanaged
        => bytes.Length % Unsafe.SizeOf<T>() == 0
            ? MemoryMarshal.Cast<byte, T>(bytes).ToArray()
            : throw new FormatException("An array ends in the middle of an element.");
}
