using CsCheck;

namespace TypedExec.Terminals.Tests.Screen;

/// <summary>What each control sequence does to a screen of 10 by 4.</summary>
public sealed class SequenceTests
{
    private const string ThreeRows = "one\r\ntwo\r\nthree";

    [Theory]
    // Characters and the controls of a line.
    [InlineData("text", "abc", "abc")]
    [InlineData("carriage return", "abc\rX", "Xbc")]
    [InlineData("line feed keeps the column", "ab\ncd", "ab\n  cd")]
    [InlineData("backspace", "abc\b\bX", "aXc")]
    [InlineData("tab", "a\tX", "a       X")]
    [InlineData("bell", "a\ab", "ab")]
    [InlineData("NUL and DEL", "a\0\u007fb", "ab")]
    [InlineData("a progress bar", "10%\r50%\r100%", "100%")]
    [InlineData("blanks at the end", "ab   ", "ab")]
    // Wrapping.
    [InlineData("a full row waits", "0123456789", "0123456789")]
    [InlineData("and wraps with the next", "0123456789X", "0123456789\nX")]
    [InlineData("a line feed after a full row", "0123456789\r\nX", "0123456789\nX")]
    [InlineData("no wrapping", "\u001b[?7l0123456789X", "012345678X")]
    [InlineData("scrolling", "1\r\n2\r\n3\r\n4\r\n5", "2\n3\n4\n5")]
    // The cursor.
    [InlineData("up", ThreeRows + "\u001b[2AX", "one  X\ntwo\nthree")]
    [InlineData("down", "a\u001b[2BX", "a\n\n X")]
    [InlineData("right and left", "a\u001b[3CX\u001b[4DY", "aY  X")]
    [InlineData("to a position", "\u001b[3;4HX", "\n\n   X")]
    [InlineData("to a position by f", "\u001b[2;2fX", "\n X")]
    [InlineData("to a column", "abc\u001b[2GX", "aXc")]
    [InlineData("to a row", "\u001b[3dX", "\n\nX")]
    [InlineData("next and previous line", "ab\u001b[EX\u001b[FY", "Yb\nX")]
    [InlineData("not off the screen", "\u001b[99;99HX\u001b[HY", "Y\n\n\n         X")]
    [InlineData("save and restore", "a\u001b7bc\u001b8X", "aXc")]
    [InlineData("save and restore by s and u", "a\u001b[sbc\u001b[uX", "aXc")]
    [InlineData("index and reverse index", "a\u001bDb\u001bMc", "a c\n b")]
    [InlineData("reverse index scrolls", "a\u001b[H\u001bMb", "b\na")]
    // Erasing.
    [InlineData("to the end of the row", "abcdef\u001b[3D\u001b[K", "abc")]
    [InlineData("to the beginning of the row", "abcdef\u001b[3D\u001b[1K", "    ef")]
    [InlineData("the row", "abc\u001b[2KX", "   X")]
    [InlineData("to the end of the screen", ThreeRows + "\u001b[2;2H\u001b[J", "one\nt")]
    [InlineData("to the beginning of the screen", ThreeRows + "\u001b[2;2H\u001b[1J", "\n  o\nthree")]
    [InlineData("the screen", ThreeRows + "\u001b[2J\u001b[HX", "X")]
    [InlineData("characters", "abcdef\u001b[1G\u001b[2X", "  cdef")]
    // Inserting and deleting.
    [InlineData("insert characters", "abc\u001b[2G\u001b[2@", "a  bc")]
    [InlineData("delete characters", "abcdef\u001b[2G\u001b[2P", "adef")]
    [InlineData("insert lines", ThreeRows + "\u001b[2;1H\u001b[L", "one\n\ntwo\nthree")]
    [InlineData("delete lines", ThreeRows + "\u001b[1;1H\u001b[2M", "three")]
    [InlineData("insert mode", "abc\u001b[1G\u001b[4hXY\u001b[4lZ", "XYZbc")]
    [InlineData("repeat", "a\u001b[3b", "aaaa")]
    // The scrolling region.
    [InlineData("scrolls alone", "1\r\n2\r\n3\r\n4\u001b[2;3r\u001b[3;1H\nX", "1\n3\nX\n4")]
    [InlineData("up and down", "1\r\n2\r\n3\r\n4\u001b[S\u001b[2T", "\n\n2\n3")]
    [InlineData("origin mode", "\u001b[2;3r\u001b[?6h\u001b[1;1HX", "\nX")]
    // Screens, sets, tabs and resets.
    [InlineData("the alternate screen", "main\u001b[?1049h\u001b[Hother", "other")]
    [InlineData("and back", "main\u001b[?1049h\u001b[Hother\u001b[?1049l!", "main!")]
    [InlineData("line drawing", "\u001b(0lqk\u001b(Blqk", "┌─┐lqk")]
    [InlineData("the second set", "\u001b)0\u000elqk\u000flqk", "┌─┐lqk")]
    [InlineData("a tab stop of one's own", "\u001b[4G\u001bH\r\tX", "   X")]
    [InlineData("no tab stops", "\u001b[3ga\tX", "a        X")]
    [InlineData("back tab", "\u001b[10G\u001b[ZX", "        X")]
    [InlineData("reset", "abc\u001b[?7l\u001bcX", "X")]
    // What is not text.
    [InlineData("colours", "\u001b[1;38;2;1;2;3mred\u001b[0m", "red")]
    [InlineData("colours with colons", "\u001b[38:2::1:2:3mred\u001b[m", "red")]
    [InlineData("a title", "\u001b]0;title\u0007a\u001b]2;title\u001b\\b", "ab")]
    [InlineData("a device string", "a\u001bP1$r0m\u001b\\b", "ab")]
    [InlineData("a private sequence", "a\u001b[?25l\u001b[>c\u001b[=1ub", "ab")]
    [InlineData("a control character within a sequence", "ab\u001b[\r1CX", "aX")]
    [InlineData("a sequence that is given up", "a\u001b[12\u0018b", "ab")]
    public void It_behaves_like_common_terminals(string what, string output, string expected)
        => Assert.True(expected == Shown.On(10, 4, output), $"{what}: {Shown.On(10, 4, output)}");

    [Theory]
    [InlineData("日本語", "日本語")]
    [InlineData("日本\u001b[2GX", " X本")]
    [InlineData("日本\u001b[3GX", "日X")]
    [InlineData("012345678日", "012345678\n日")]
    [InlineData("e\u0301x", "e\u0301x")]
    [InlineData("👩‍👩‍👧x\u001b[3G!", "👩‍👩‍👧!")]
    [InlineData("🇩🇪x\u001b[3G!", "🇩🇪!")]
    [InlineData("👍🏽x\u001b[3G!", "👍🏽!")]
    [InlineData("한국어", "한국어")]
    public void A_character_has_the_right_width(string output, string expected) => Assert.Equal(expected, Shown.On(10, 4, output));

    [Fact]
    public void Chunk_boundaries_do_not_matter()
    {
        var output = "日\u001b[2;3Hab\u001b]0;title\u001b\\c\u001b(0q"u8;
        var whole = new TerminalScreen(new TerminalSize(10, 4));
        whole.Write(output);
        var pieces = new TerminalScreen(new TerminalSize(10, 4));

        foreach (var value in output)
        {
            pieces.Write([value]);
        }

        Assert.Equal(whole.ToString(), pieces.ToString());
    }

    [Fact]
    public void Invalid_UTF8_is_shown_as_such()
    {
        var screen = new TerminalScreen(new TerminalSize(10, 4));

        screen.Write([(byte)'a', 0xFF, (byte)'b', 0xE6, 0x97, (byte)'c']);

        Assert.Equal("a\uFFFDb\uFFFDc", screen.ToString());
    }

    [Fact]
    public void A_smaller_screen_keeps_the_row_of_the_cursor()
    {
        var screen = new TerminalScreen(new TerminalSize(10, 4));
        screen.Write("1\r\n2\r\n3\r\n4"u8);

        screen.Resize(new TerminalSize(5, 2));
        screen.Write("!"u8);

        Assert.Equal("3\n4!", screen.ToString());
    }

    [Fact]
    public void Any_bytes_are_accepted_at_any_size()
    {
        var common = "\u001b[;?0123456789hlABCDHJKLMPrSTX@日"u8.ToArray();
        var bytes = Gen.Frequency((1, Gen.Byte), (3, Gen.Int[0, common.Length - 1].Select(index => common[index])));
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 5], bytes.Array[0, 200]).Sample(sample =>
        {
            var (columns, rows, output) = sample;
            var screen = new TerminalScreen(new TerminalSize(columns, rows));
            screen.Write(output);
            screen.Resize(new TerminalSize(rows, columns));
            screen.Write(output);
            _ = screen.ToString();
        });
    }
}
