using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace TypedExec.IO;

/// <summary>Cuts a stream of text into lines, at <c>\n</c> and <c>\r\n</c>, of any length and in any encoding.</summary>
internal static class LineReader
{
    private const int BufferSize = 64 * 1024;

    public static async IAsyncEnumerable<string> ReadAsync(
        Stream stream, Encoding encoding, [EnumeratorCancellation] CancellationToken ct)
    {
        var decoder = encoding.GetDecoder();
        var bytes = ArrayPool<byte>.Shared.Rent(BufferSize);
        var characters = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(BufferSize));
        try
        {
            var start = 0;
            var end = 0;
            while (true)
            {
                var count = await stream.ReadAsync(bytes.AsMemory(0, BufferSize), ct).ConfigureAwait(false);
                MakeRoom(ref characters, ref start, ref end, encoding.GetMaxCharCount(count));
                var scanned = end;
                end += decoder.GetChars(bytes, 0, count, characters, end, flush: count == 0);
                while (characters.AsSpan(scanned, end - scanned).IndexOf('\n') is >= 0 and var offset)
                {
                    var newline = scanned + offset;
                    yield return Line(characters.AsSpan(start, newline - start));
                    start = scanned = newline + 1;
                }

                if (count == 0)
                {
                    break;
                }
            }

            if (end > start)
            {
                yield return Line(characters.AsSpan(start, end - start));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    private static string Line(ReadOnlySpan<char> line) => (line is [.. var rest, '\r'] ? rest : line).ToString();

    /// <summary>Moves what is left of an unfinished line to the front, into a larger buffer where it is long.</summary>
    private static void MakeRoom(ref char[] characters, ref int start, ref int end, int wanted)
    {
        var rest = end - start;
        if (rest + wanted <= characters.Length)
        {
            characters.AsSpan(start, rest).CopyTo(characters);
        }
        else
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(rest + wanted, checked(characters.Length * 2)));
            characters.AsSpan(start, rest).CopyTo(larger);
            ArrayPool<char>.Shared.Return(characters);
            characters = larger;
        }

        (start, end) = (0, rest);
    }
}
