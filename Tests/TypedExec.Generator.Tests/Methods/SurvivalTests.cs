using CsCheck;
using Xunit;

namespace TypedExec.Generator.Tests.Methods;

/// <summary>Any string in any hole arrives at a real program as one argument, byte for byte, or is rejected.</summary>
public sealed class SurvivalTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Gen.String["-'\"\\ \t\n{}[]$`*?#&|;<>()!~%=,\0é€😀ab"],
        Gen.Const("--"),
        Gen.Const("-"),
        Gen.Const(""))
        // Text that isn't valid UTF-16 has no UTF-8, and so no bytes to compare.
        .Where(static text => text == System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_word_that_is_a_hole_survives() => Text.Sample(
        static text => Survives(text, static text => Printf.AnyWord(text), text + "\0", refused: text.Contains('\0')), iter: 300);

    [Fact]
    public void A_word_that_looks_like_an_option_is_rejected() => Text.Sample(
        static text => Survives(text, static text => Printf.WordAsync(text).GetAwaiter().GetResult() is var result ? System.Text.Encoding.UTF8.GetBytes(result) : [],
            (text + "\0"), refused: text.Contains('\0') || text is ['-', _, ..]), iter: 300);

    [Fact]
    public void A_hole_in_a_word_survives() => Text.Sample(
        static text => Survives(text, static text => Printf.Mixed(text), $"a{text}b\0", refused: text.Contains('\0')), iter: 300);

    [Fact]
    public void Two_holes_in_a_word_survive() => Gen.Select(Text, Text).Sample(
        static pair => Survives(
            pair,
            static pair => Printf.Two(pair.Item1, pair.Item2),
            $"{pair.Item1}/{pair.Item2}\0",
            refused: (pair.Item1 + pair.Item2).Contains('\0') || $"{pair.Item1}/{pair.Item2}" is ['-', _, ..]),
        iter: 300);

    [Fact]
    public void Lists_survive() => Text.Array[0, 5].Sample(
        static items => Survives(
            items,
            static items => System.Text.Encoding.UTF8.GetBytes(string.Concat(Printf.Words(items).Select(static item => item + "\0"))),
            // printf prints its format once even without arguments.
            items.Length == 0 ? "\0" : string.Concat(items.Select(static item => item + "\0")),
            refused: items.Any(static item => item.Contains('\0'))),
        iter: 300);

    private static void Survives<T>(T value, Func<T, byte[]> call, string expected, bool refused)
    {
        if (refused)
        {
            Assert.Throws<ArgumentException>(() => call(value));
        }
        else
        {
            Assert.Equal(System.Text.Encoding.UTF8.GetBytes(expected), call(value));
        }
    }
}
