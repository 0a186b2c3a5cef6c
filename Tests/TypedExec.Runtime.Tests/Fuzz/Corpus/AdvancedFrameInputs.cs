using System.Text;

namespace TypedExec.Tests.Fuzz.Corpus;

/// <summary>Bytes of a channel in advanced mode, and what is taken of them: messages, hidden ones, errors, or the channel's end.</summary>
internal static class AdvancedFrameInputs
{
    private const string TooEarly = "error A message ends too early.";
    private const string TooDeep = "error A message is nested more than 512 levels deep.";

    /// <summary>The inputs by subject. Most are followed by a frame of <c>true</c>, to show that the channel continues.</summary>
    public static Dictionary<string, (byte[] Bytes, string[] Taken)> All { get; } = new()
    {
        ["nothing"] = ([], []),
        ["a length that is cut off"] = ([0, 0, 0], []),
        ["a value that is cut off"] = ([.. Frame("T"), 0, 0, 0, 3, 0xFF, 15], ["True"]),
        ["an empty frame"] = ([0, 0, 0, 0, .. Frame("T")], [TooEarly, "True"]),
        ["the largest length there is"] = ([0xFF, 0xFF, 0xFF, 0xFF, .. Frame("T")], [Announced(4294967295)]),
        ["a length with the sign of an int"] = ([0x80, 0, 0, 0], [Announced(2147483648)]),
        ["a length one beyond the limit"] = ([7, 0xFF, 0xFF, 0xFD], [Announced(134217725)]),
        ["a length at the limit, of which little comes"] = ([7, 0xFF, 0xFF, 0xFC, 0xFF, 15], []),
        ["a line of JSON is a length too large"] = (Encoding.UTF8.GetBytes("{\"a\":1}\n"), [Announced(2065850658)]),
        ["no version"] = ([0, 0, 0, 1, (byte)'T', .. Frame("T")], ["error A message doesn't start with V8's version.", "True"]),
        ["a version and no value"] = ([.. Frame(""), .. Frame("T")], [TooEarly, "True"]),
        ["a version that is unknown yet"] = ([0, 0, 0, 3, 0xFF, 16, (byte)'T', .. Frame("T")], ["error A message has version 16 of V8's format, but the latest supported version is 15.", "True"]),
        ["bytes after the value are ignored, as in Node"] = (Frame("TF0"), ["True"]),
        ["a number that does not end"] = ([.. Frame("U\u0080\u0080\u0080\u0080\u0080\u0080"), .. Frame("T")], ["error A number doesn't end.", "True"]),
        ["a number that is cut off"] = ([.. Frame("U\u0080"), .. Frame("T")], [TooEarly, "True"]),
        ["a double that is cut off"] = ([.. Frame("N1234567"), .. Frame("T")], [TooEarly, "True"]),
        ["a text shorter than it says"] = ([.. Frame("\"\u0005abcd"), .. Frame("T")], [TooEarly, "True"]),
        ["a text as long as a length can say"] = ([.. Frame("\"\u00ff\u00ff\u00ff\u00ff\u000fa"), .. Frame("T")], [TooEarly, "True"]),
        ["a big integer as long as a length can say"] = ([.. Frame("Z\u00ff\u00ff\u00ff\u00ff\u000fa"), .. Frame("T")], [TooEarly, "True"]),
        ["a text that ends in the middle of a character"] = ([.. Frame("c\u0003abc"), .. Frame("T")], ["error A string ends in the middle of a character.", "True"]),
        ["a text that is no UTF-8"] = (Frame("S\u0004a\u00ff\u00f0\u009f"), ["a\ufffd\ufffd"]),
        ["the tag of a value that no message has"] = ([.. Frame("~"), .. Frame("T")], ["error A message contains a value that has no counterpart in .NET (tag '~').", "True"]),
        ["the end of an object where none began"] = ([.. Frame("{"), .. Frame("T")], ["error A message contains a value that has no counterpart in .NET (tag '{').", "True"]),
        ["an array that announces more than it holds"] = ([.. Frame("A\u00ff\u00ff\u00ff\u00ff\u000fT"), .. Frame("T")], [TooEarly, "True"]),
        ["a sparse array that announces too much"] = (
            [.. Frame("a\u0081\u0080\u0080\u0002@\0\u0081\u0080\u0080\u0002"), .. Frame("T")],
            ["error A message contains a sparse array of 4194305 items, but at most 4194304 are allowed in total.", "True"]),
        ["a typed array that ends in the middle of an element"] = ([.. Frame("\\\0\u0003\u0003abc"), .. Frame("T")], ["error An array ends in the middle of an element.", "True"]),
        ["nested as deep as is allowed"] = (Frame(Nested(512)), [new string('[', 511) + "true" + new string(']', 511)]),
        ["nested one deeper than is allowed"] = ([.. Frame(Nested(513)), .. Frame("T")], [TooDeep, "True"]),
        ["nested without end"] = ([.. Frame(new string(';', 200_000)), .. Frame("T")], [TooDeep, "True"]),
        ["a reference to what never was"] = ([.. Frame("^\u0007"), .. Frame("T")], ["error A message refers to the unknown object 7.", "True"]),
        ["an object that holds itself"] = ([.. Frame("o\"\u0001a^\0{\u0001"), .. Frame("T")], ["not JSON: A message refers to itself or is nested more than 512 levels deep, which JSON can't express.", "True"]),
        ["a map with the key null"] = ([.. Frame(";0T:\u0002"), .. Frame("T")], ["error A message contains a map with the key null.", "True"]),
        ["Node's own messages are hidden"] = ([.. Frame("o\"\u0003cmd\"\u0006NODE_X{\u0001"), .. Frame("T")], ["hidden {\"cmd\":\"NODE_X\"}", "True"]),
        ["what only looks like Node's own is shown"] = (Frame("o\"\u0003cmd\"\u0004NODE{\u0001"), ["{\"cmd\":\"NODE\"}"]),
    };

    private static string Announced(uint length) => $"end A message announces {length} bytes, but at most 134217728 are allowed.";

    /// <summary>Arrays of one item in each other, and <c>true</c> in the last: that many values deep.</summary>
    private static string Nested(int depth)
        => string.Concat(Enumerable.Repeat("A\u0001", depth - 1)) + "T" + string.Concat(Enumerable.Repeat("$\0\u0001", depth - 1));

    /// <summary>Adds the length and V8's version before a value, each of whose characters is a byte.</summary>
    private static byte[] Frame(string value)
    {
        byte[] payload = [0xFF, 15, .. Encoding.Latin1.GetBytes(value)];
        return [0, (byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length, .. payload];
    }
}
