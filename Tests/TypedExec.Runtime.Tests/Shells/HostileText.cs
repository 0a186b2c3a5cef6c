using CsCheck;

namespace TypedExec.Tests.Shells;

/// <summary>Strings that mean something to a shell, mixed with characters from all of Unicode except NUL.</summary>
internal static class HostileText
{
    private static readonly Gen<string> Special = Gen.OneOf(
        "'", "\"", "\\", "`", "$", "$(", "${", ")", "}", "$'", "$(id)", "`id`", "$HOME", "\n", "\r", "\r\n", "\t", " ", "  ",
        "-", "--", "-n", "-e", "=", "=ls", "~", "~root", "!", "!!", "#", "%", "%s", "%PATH%", "^", "*", "?", "[a-z]", "{a,b}", "&",
        "&&", ";", ";;", "|", "<", "<<", ">", "<(id)", "2>&1", "\\0", "\\n", "\\'", "''", "'\\''", "if", "esac", "done", "end",
        "\u0001", "\u0007", "\b", "\u001b[31m", "\u007f", "\u0080", "\u0081", "\u0088", "\u0090", "\u00a0", "\u2018", "\u2019", "\u201c",
        "\u2028", "\ue000", "\uf600", "\uf6ff", "\ufdd0", "\ufeff", "\ufffd", "\uffff", "é", "漢", "😀", "\U0010FFFF", "a", "Z", "0", "2");

    private static readonly Gen<string> Any = Gen.OneOf(
        Gen.Int[1, 0x7f].Select(char.ConvertFromUtf32),
        Gen.Int[0x80, 0xd7ff].Select(char.ConvertFromUtf32),
        Gen.Int[0xe000, 0x10ffff].Select(char.ConvertFromUtf32));

    public static Gen<string> Text { get; } = Gen.Frequency((3, Special), (1, Any)).Array[0, 12].Select(string.Concat);
}
