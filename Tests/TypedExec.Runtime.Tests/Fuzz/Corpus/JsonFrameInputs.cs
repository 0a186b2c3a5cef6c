using System.Text;

namespace TypedExec.Tests.Fuzz.Corpus;

/// <summary>Bytes of a channel in JSON mode, and what is taken of them: messages, hidden ones, errors.</summary>
internal static class JsonFrameInputs
{
    private const int Buffer = 64 * 1024;
    private const string NoJson = "error A message isn't valid JSON: ";

    /// <summary>By what each is about.</summary>
    public static Dictionary<string, (byte[] Bytes, string[] Taken)> All { get; } = new()
    {
        ["nothing"] = ([], []),
        ["a frame that is cut off"] = (Bytes("1\n{\"a\":"), ["1"]),
        ["a whole value without an end is cut off too"] = (Bytes("1\n22"), ["1"]),
        ["empty frames, blank ones and CR LF"] = (Bytes("\n \t\n\r\n1\r\n 2 \n"), ["1", "2"]),
        ["NUL isn't JSON, and the channel continues"] = (Bytes("\0\n1\0\n2\n"), [NoJson + "\0", NoJson + "1\0", "2"]),
        ["two values in a frame are none"] = (Bytes("1 2\n{}{}\n3\n"), [NoJson + "1 2", NoJson + "{}{}", "3"]),
        ["a byte order mark is no JSON, as under Node"] = (Bytes("\ufeff1\n2\n"), [NoJson + "\ufeff1", "2"]),
        ["a byte that is no UTF-8, in a text"] = ([.. Bytes("\"a"), 0xFF, .. Bytes("b\"\n")], ["a\ufffdb"]),
        ["a byte that is no UTF-8, by itself"] = ([0xFF, .. Bytes("\n1\n")], [NoJson + "\ufffd", "1"]),
        ["a character that is cut off by the end of its text"] = ([.. Bytes("\""), 0xF0, 0x9F, 0x98, .. Bytes("\"\n")], ["\ufffd"]),
        ["an overlong line feed ends no frame"] = ([.. Bytes("\"a"), 0xC0, 0x8A, .. Bytes("b\"\n")], ["a\ufffd\ufffdb"]),
        ["a number that no double holds"] = (Bytes("1e999\n-0\n"), ["1e999", "-0"]),
        ["comments and commas too many are no JSON"] = (Bytes("[1,]\n/**/1\nNaN\n"), [NoJson + "[1,]", NoJson + "/**/1", NoJson + "NaN"]),
        ["nested as deep as is allowed"] = (Bytes(Nested(1000), "\n1\n"), [Nested(1000), "1"]),
        ["nested one deeper than is allowed"] = (Bytes(Nested(1001), "\n1\n"), [NoJson + Nested(1001)[..1000], "1"]),
        ["nested without end"] = (Bytes(new string('[', 3 * Buffer), "\n1\n"), [NoJson + new string('[', 1000), "1"]),
        ["the end of a frame is the buffer's last byte"] = (Bytes(Text(Buffer - 1), "\n1\n"), [Value(Buffer - 1), "1"]),
        ["a frame as long as the buffer, its end comes with the next read"] = (Bytes(Text(Buffer), "\n1\n"), [Value(Buffer), "1"]),
        ["a frame one longer than the buffer"] = (Bytes(Text(Buffer + 1), "\n1\n"), [Value(Buffer + 1), "1"]),
        ["a frame of many buffers after a short one"] = (Bytes("1\n", Text(20 * Buffer), "\n2\n"), ["1", Value(20 * Buffer), "2"]),
        ["Node's own messages are hidden"] = (
            Bytes("{\"cmd\":\"NODE_HANDLE\",\"type\":\"net.Socket\"}\n{\"cmd\":\"NODE_\"}\n1\n"),
            ["hidden {\"cmd\":\"NODE_HANDLE\",\"type\":\"net.Socket\"}", "hidden {\"cmd\":\"NODE_\"}", "1"]),
        ["Node's own message written with escapes is hidden"] = (Bytes("{\"\\u0063md\":\"\\u004eODE_X\"}\n"), ["hidden {\"\\u0063md\":\"\\u004eODE_X\"}"]),
        ["of two cmd the last counts, as under Node"] = (
            Bytes("{\"cmd\":\"NODE_X\",\"cmd\":\"x\"}\n{\"cmd\":\"x\",\"cmd\":\"NODE_X\"}\n"),
            ["{\"cmd\":\"NODE_X\",\"cmd\":\"x\"}", "hidden {\"cmd\":\"x\",\"cmd\":\"NODE_X\"}"]),
        ["what only looks like Node's own is shown"] = (
            Bytes("{\"cmd\":\"node_x\"}\n{\"cmd\":\"NODE\"}\n{\"cmd\":1}\n{\"a\":{\"cmd\":\"NODE_X\"}}\n[\"NODE_X\"]\n"),
            ["{\"cmd\":\"node_x\"}", "{\"cmd\":\"NODE\"}", "{\"cmd\":1}", "{\"a\":{\"cmd\":\"NODE_X\"}}", "[\"NODE_X\"]"]),
        ["half a surrogate pair where Node's own has its name"] = (Bytes("{\"cmd\":\"\\ud800\"}\n1\n"), ["{\"cmd\":\"\\ufffd\"}", "1"]),
    };

    private static byte[] Bytes(params string[] parts) => Encoding.UTF8.GetBytes(string.Concat(parts));

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    /// <summary>A text in quotes, that many bytes long in all.</summary>
    private static string Text(int length) => $"\"{Value(length)}\"";

    private static string Value(int length) => new('a', length - 2);
}
