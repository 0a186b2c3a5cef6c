using System.Text;

namespace TypedExec.Stress;

/// <summary>The numbers from 1 on, a line each: what <c>seq</c> prints, in which a lost or repeated byte is seen.</summary>
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

    /// <summary>Whether these are the first bytes of them.</summary>
    public static bool IsBeginning(ReadOnlySpan<byte> bytes) => Text.AsSpan().StartsWith(bytes);

    /// <summary>Mostly few lines, sometimes more than any pipe holds.</summary>
    public static int NextCount(Random random) => random.Next(100) switch
    {
        < 15 => 0,
        < 55 => random.Next(1, 200),
        < 90 => random.Next(200, 20_000),
        _ => random.Next(20_000, Longest),
    };
}
