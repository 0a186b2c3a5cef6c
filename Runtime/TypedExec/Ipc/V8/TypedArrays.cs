using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedExec.Ipc.V8;

/// <summary>JavaScript's typed arrays by Node's index of them (lib/v8.js, <c>arrayBufferViewTypeToIndex</c>).</summary>
internal static class TypedArrays
{
    /// <summary>The array for bytes in the platform's order, which V8 uses too.</summary>
    /// <exception cref="FormatException">The index is not known, or the bytes are no whole elements.</exception>
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
        _ => throw new FormatException($"An array of the unknown kind {index}."),
    };

    /// <summary>The index and the bytes of an array; false where it is none of JavaScript's.</summary>
    public static bool TryWrite(object value, out uint index, out ReadOnlySpan<byte> bytes)
    {
        index = 0;
        switch (value)
        {
            case byte[] array:
                index = 1;
                bytes = array;
                return true;
            case sbyte[] array:
                return View(array, 0, out index, out bytes);
            case short[] array:
                return View(array, 3, out index, out bytes);
            case ushort[] array:
                return View(array, 4, out index, out bytes);
            case int[] array:
                return View(array, 5, out index, out bytes);
            case uint[] array:
                return View(array, 6, out index, out bytes);
            case float[] array:
                return View(array, 7, out index, out bytes);
            case double[] array:
                return View(array, 8, out index, out bytes);
            case long[] array:
                return View(array, 11, out index, out bytes);
            case ulong[] array:
                return View(array, 12, out index, out bytes);
            default:
                bytes = default;
                return false;
        }
    }

    private static bool View<T>(T[] array, uint kind, out uint index, out ReadOnlySpan<byte> bytes)
        where T : unmanaged
    {
        index = kind;
        bytes = MemoryMarshal.AsBytes<T>(array);
        return true;
    }

    private static T[] Cast<T>(ReadOnlySpan<byte> bytes)
        where T : unmanaged
        => bytes.Length % Unsafe.SizeOf<T>() == 0
            ? MemoryMarshal.Cast<byte, T>(bytes).ToArray()
            : throw new FormatException("An array that ends in the middle of an element.");
}
