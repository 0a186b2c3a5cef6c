using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace TypedExec.Ipc.V8;

/// <summary>
/// Compares the keys of a JavaScript Map and the items of a Set: numbers are equal by value, whatever their .NET type.
/// </summary>
/// <remarks>The hash codes are seeded, like those of <see cref="string"/>. .NET's own for numbers and dates are predictable, so a
/// peer could send a hundred thousand keys with the same hash code, which would take minutes.</remarks>
internal sealed class KeyComparer : IEqualityComparer<object?>
{
    // Multiply and shift over 32-bit halves with random factors: two given keys collide only by chance.
    private readonly ulong _low = Random();
    private readonly ulong _high = Random();
    private readonly ulong _offset = Random();

    private KeyComparer()
    {
    }

    public static KeyComparer Instance { get; } = new();

    public new bool Equals(object? x, object? y)
        => ReferenceEquals(x, y)
        || (x is not null && y is not null && (IsNumber(x, out var left) && IsNumber(y, out var right) ? left.Equals(right) : x.Equals(y)));

    public int GetHashCode(object? obj) => obj switch
    {
        null => 0,
        string text => text.GetHashCode(),
        bool value => value ? 1 : 2,
        BigInteger number => Hash(number),
        DateTimeOffset date => Hash(date.UtcTicks),
        _ when IsNumber(obj, out var number) => Hash(BitConverter.DoubleToInt64Bits(number)),
        // Lists, objects and arrays are equal by reference.
        _ => RuntimeHelpers.GetHashCode(obj),
    };

    private static bool IsNumber(object value, out double number)
    {
        // Both zeros are one key, and so are all values that are not a number.
        number = value switch { int i => i, double d => d == 0 ? 0 : double.IsNaN(d) ? double.NaN : d, _ => 0 };
        return value is int or double;
    }

    private int Hash(long bits) => (int)((_offset + _low * (uint)bits + _high * (uint)(bits >> 32)) >> 32);

    private static int Hash(BigInteger number)
    {
        // Like the hash code of a string, which is seeded and includes each character.
        var bytes = number.ToByteArray();
        Array.Resize(ref bytes, (bytes.Length + 1) / 2 * 2);
        return string.GetHashCode(MemoryMarshal.Cast<byte, char>(bytes));
    }

    private static ulong Random() => MemoryMarshal.Read<ulong>(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}
