using System.Text;

namespace TypedExec.Requests;

/// <summary>Decodes output that was cut at a limit, where a character may have been split: its part isn't text.</summary>
internal static class CutText
{
    public static string Decode(Encoding encoding, ReadOnlySpan<byte> bytes, bool isCut)
    {
        if (!isCut)
        {
            return encoding.GetString(bytes);
        }

        // A decoder keeps an incomplete character for the bytes that follow, which never arrive.
        var decoder = encoding.GetDecoder();
        var characters = new char[decoder.GetCharCount(bytes, flush: false)];
        return new string(characters, 0, decoder.GetChars(bytes, characters, flush: false));
    }
}
