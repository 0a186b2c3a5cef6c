using System.Text;

namespace TypedExec.Tests.Fuzz.Corpus;

/// <summary>Outputs that are worth trying again with every change of the line readers, and their lines.</summary>
internal static class LineInputs
{
    private const int Buffer = 64 * 1024;

    /// <summary>By what each is about.</summary>
    public static Dictionary<string, (byte[] Bytes, string[] Lines)> Utf8 { get; } = new()
    {
        ["nothing"] = ([], []),
        ["an empty line alone"] = (Bytes("\n"), [""]),
        ["CR LF alone"] = (Bytes("\r\n"), [""]),
        ["CR at the very end"] = (Bytes("a\r"), ["a"]),
        ["CR ends a line"] = (Bytes("a\rb\r\r\nc\n"), ["a", "b", "", "c"]),
        ["LF CR is two ends"] = (Bytes("a\n\rb\n"), ["a", "", "b"]),
        ["empty lines first and last"] = (Bytes("\n\na\n\n"), ["", "", "a", ""]),
        ["a last line without an end"] = (Bytes("a\nb"), ["a", "b"]),
        ["NUL is a character"] = (Bytes("a\0b\0\n\0"), ["a\0b\0", "\0"]),
        ["what Unicode calls line ends is none"] = (Bytes("a\u000bb\u000cc\u0085d\u2028e\u2029f\n"), ["a\u000bb\u000cc\u0085d\u2028e\u2029f"]),
        ["a byte order mark is a character"] = (Bytes("\ufeffa\n"), ["\ufeffa"]),
        ["a byte that is never UTF-8"] = ([0xFF, (byte)'\n', 0xFE], ["\ufffd", "\ufffd"]),
        ["a continuation without a start"] = ([(byte)'a', 0x80, (byte)'b', (byte)'\n'], ["a\ufffdb"]),
        ["an overlong line feed ends no line"] = ([(byte)'a', 0xC0, 0x8A, (byte)'b', (byte)'\n'], ["a\ufffd\ufffdb"]),
        ["a surrogate in UTF-8"] = ([0xED, 0xA0, 0x80, (byte)'\n'], ["\ufffd\ufffd\ufffd"]),
        ["a character cut off by the end of its line"] = ([0xF0, 0x9F, 0x98, (byte)'\n', 0x80, (byte)'\n'], ["\ufffd", "\ufffd"]),
        ["a character cut off by CR LF"] = ([0xC3, (byte)'\r', (byte)'\n', 0xA9], ["\ufffd", "\ufffd"]),
        ["a character cut off by the end of the output"] = ([(byte)'a', 0xE2, 0x82], ["a\ufffd"]),
        ["a line one shorter than the buffer, and its end fills it"] = (Bytes(A(Buffer - 1), "\nb"), [A(Buffer - 1), "b"]),
        ["a line as long as the buffer"] = (Bytes(A(Buffer), "\nb\n"), [A(Buffer), "b"]),
        ["a line as long as the buffer, without an end"] = (Bytes(A(Buffer)), [A(Buffer)]),
        ["a line one longer than the buffer"] = (Bytes(A(Buffer + 1), "\nb\n"), [A(Buffer + 1), "b"]),
        ["CR is the buffer's last byte, LF comes with the next read"] = (Bytes(A(Buffer - 1), "\r\nb\r\n"), [A(Buffer - 1), "b"]),
        ["CR is the buffer's last byte, and no LF follows"] = (Bytes(A(Buffer - 1), "\rb\n"), [A(Buffer - 1), "b"]),
        ["CR fills the buffer, and the output ends"] = (Bytes(A(Buffer - 1), "\r"), [A(Buffer - 1)]),
        ["a character across the end of the buffer"] = (Bytes(A(Buffer - 2), "😀\nb"), [A(Buffer - 2) + "😀", "b"]),
        ["half a buffer is left over, and one byte more or less"] = (
            Bytes("x\n", A((Buffer / 2) - 1), "\n", A(Buffer / 2), "\n", A((Buffer / 2) + 1), "\n", A(Buffer)),
            ["x", A((Buffer / 2) - 1), A(Buffer / 2), A((Buffer / 2) + 1), A(Buffer)]),
        ["a line of several buffers between short ones"] = (Bytes("x\n", A(5 * Buffer), "\r\ny"), ["x", A(5 * Buffer), "y"]),
        ["empty lines over more than a buffer"] = (
            Bytes(string.Concat(Enumerable.Repeat("\r\n", Buffer))), [.. Enumerable.Repeat("", Buffer)]),
    };

    /// <summary>Where a byte of a line's end may be part of another character.</summary>
    public static Dictionary<string, (byte[] Bytes, string[] Lines)> Utf16 { get; } = new()
    {
        ["characters of the bytes of line ends"] = (Wide("\u0a0a\u0d0a\u0a0d\u0a00\na"), ["\u0a0a\u0d0a\u0a0d\u0a00", "a"]),
        ["CR LF"] = (Wide("a\r\nb\rc\r\n\r\n"), ["a", "b", "c", ""]),
        ["half a character at the end"] = ([.. Wide("a\nb"), (byte)'c'], ["a", "b\ufffd"]),
        ["half a pair before the end of a line"] = (Wide("a\ud83d\nb\n", isValid: false), ["a\ufffd", "b"]),
        ["a pair across the end of the buffer"] = (Wide(A((Buffer / 2) - 1) + "😀\nb"), [A((Buffer / 2) - 1) + "😀", "b"]),
        ["a line as long as the buffer"] = (Wide(A(Buffer / 2) + "\r\nb"), [A(Buffer / 2), "b"]),
        ["a line of several buffers"] = (Wide(A(3 * Buffer) + "\r\nb"), [A(3 * Buffer), "b"]),
    };

    private static string A(int length) => new('a', length);

    private static byte[] Bytes(params string[] parts) => Encoding.UTF8.GetBytes(string.Concat(parts));

    private static byte[] Wide(string text, bool isValid = true)
        => isValid ? Encoding.Unicode.GetBytes(text) : [.. text.SelectMany(static character => BitConverter.GetBytes(character))];
}
