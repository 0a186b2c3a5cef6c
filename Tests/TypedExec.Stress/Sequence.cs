using System.Text;

namespace TypedExec.Stress;

/// <summary>The numbers from 1 on, one per line: what <c>seq</c> prints, where a lost or repeated byte is noticed.</summary>
internal static class Sequence
{
    public const int Longest = 300_000;

    private static readonly byte[] Text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(1, Longest).Select(static i => $"{i}\n")));

    /// <summary>The first lines.</summary>
    public static ReadOnlyMemory<byte> Lines(int count)
    {
        var length = 0;
        var digits = 1;
        for (long first = 1; first <= count; first *= 10, digits++)
        {
            length += (int)(Math.Min(count, first * 10 - 1) - first + 1) * (digits + 1);
        }

        return Text.AsMemory(0, length);
    }

    /// <summary>Returns whether these are its first bytes.</summary>
    public static bool IsBeginning(ReadOnlySpan<byte> bytes) => Text.AsSpan().StartsWith(bytes);

    /// <summary>Returns mostly few lines, sometimes more than any pipe holds.</summary>
    public static int NextCount(Random random) => random.Next(100) switch
    {
        < 15 => 0,
        < 55 => random.Next(1, 200),
        < 90 => random.Next(200, 20_000),
        _ => random.Next(20_000, Longest),
    };
}
