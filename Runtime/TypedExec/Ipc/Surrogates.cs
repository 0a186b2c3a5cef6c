using System.Globalization;
using System.Text;

namespace TypedExec.Ipc;

/// <summary>
/// Lone surrogates, which JavaScript's strings can contain but no Unicode encoding can represent. Each becomes U+FFFD in both
/// directions, as invalid UTF-8 does.
/// </summary>
internal static class Surrogates
{
    private const int EscapeLength = 6;

    /// <summary>Returns the text with U+FFFD for each lone surrogate.</summary>
    public static string Repaired(string text)
        => HasHalf(text) ? Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text)) : text;

    /// <summary>
    /// Returns the properties with repaired names. If several become equal, the last one wins, as in JavaScript.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, object?>> Repaired(IEnumerable<KeyValuePair<string, object?>> properties)
    {
        if (!properties.Any(static property => HasHalf(property.Key)))
        {
            return properties;
        }

        var repaired = new Dictionary<string, object?>();
        foreach (var (name, value) in properties)
        {
            repaired[Repaired(name)] = value;
        }

        return repaired;
    }

    /// <summary>
    /// Returns JSON with <c>\ufffd</c> for each lone surrogate that is written as an escape, or the same bytes if there is none.
    /// </summary>
    public static ReadOnlySpan<byte> RepairedJson(ReadOnlySpan<byte> json)
    {
        byte[]? repaired = null;
        for (var i = 0; ; )
        {
            var next = json[i..].IndexOf((byte)'\\');
            if (next < 0 || i + next + 1 >= json.Length)
            {
                return repaired ?? json;
            }

            i += next;
            if (!TryReadEscape(json[i..], out var unit) || !char.IsSurrogate(unit))
            {
                // A backslash that escapes a backslash doesn't begin an escape.
                i += 2;
            }
            else if (char.IsHighSurrogate(unit) && TryReadEscape(json[(i + EscapeLength)..], out var low) && char.IsLowSurrogate(low))
            {
                i += 2 * EscapeLength;
            }
            else
            {
                repaired ??= json.ToArray();
                "\\ufffd"u8.CopyTo(repaired.AsSpan(i));
                i += EscapeLength;
            }
        }
    }

    private static bool HasHalf(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff');
        for (var i = first; i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return true;
            }

            i++;
        }

        return false;
    }

    private static bool TryReadEscape(ReadOnlySpan<byte> json, out char unit)
    {
        unit = default;
        if (json.Length < EscapeLength || json[0] != '\\' || json[1] != 'u'
            || !ushort.TryParse(json[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        unit = (char)value;
        return true;
    }
}
