using System.Globalization;
using CsCheck;
using Xunit;

namespace TypedExec.Generator.Tests.Running;

/// <summary>
/// Whatever the values, the array is the documented one, and a real child process gets it unchanged. The expected arrays are
/// spelled out here, independently of the generated code.
/// </summary>
public sealed class SurvivalTests
{
    // Any text that an argument can contain: no NUL, and no lone surrogate, which can't be encoded.
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Char['\u0001', '\ud7ff'].Array[0, 12].Select(static characters => new string(characters)),
        Gen.OneOf("", " ", "-", "--", "-x", "a b", "\"", "'", "\\", "\n", "$HOME", "*", "%s", "\u007f", "ü", "😀", "=", ","));

    private static readonly Gen<string> Key = Text.Where(static text => !text.Contains('=', StringComparison.Ordinal));

    private static readonly Gen<string?> MaybeText = Gen.OneOf(Text.Select(static text => (string?)text), Gen.Const((string?)null));

    private static readonly Gen<Level> AnyLevel = Gen.OneOf(Level.Low, Level.VeryHigh, Level.HTTPProxy, Level.Max);

    [Fact]
    public void Texts_survive() => Survive(
        // An empty value can't be attached to an option; a separate test shows that it is rejected.
        Gen.Select(MaybeText, MaybeText, MaybeText.Where(static text => text != ""), MaybeText),
        static (a, b, c, d) => new Values { String = a, Equal = b, Glued = c, Colon = d },
        static (a, b, c, d) =>
        [
            .. Two("--string", a),
            .. One("--equals=", b),
            .. One("-g", c),
            .. One("--colon: ", d),
        ]);

    [Fact]
    public void Numbers_survive() => Survive(
        Gen.Select(Gen.Int.Nullable(), Gen.Long.Nullable(), Gen.Double.Nullable(), Gen.Decimal.Nullable()),
        static (a, b, c, d) => new Values { Int = a, Long = b, Double = c, Decimal = d },
        static (a, b, c, d) =>
        [
            .. Two("--int", a?.ToString(CultureInfo.InvariantCulture)),
            .. One("--long=", b?.ToString(CultureInfo.InvariantCulture)),
            .. Two("--double", c is { } number ? Digits(number) : null),
            .. Two("--decimal", d?.ToString(CultureInfo.InvariantCulture)),
        ]);

    [Fact]
    public void Values_with_a_text_survive() => Survive(
        Gen.Select(Gen.Char['\u0001', '\ud7ff'].Nullable(), Gen.Guid.Nullable(), Gen.Date.Nullable(), AnyLevel.Nullable()),
        static (a, b, c, d) => new Values { Char = a, Guid = b, Date = c is { } date ? DateOnly.FromDateTime(date) : null, Level = d },
        static (a, b, c, d) =>
        [
            .. Two("--char", a?.ToString()),
            .. Two("--guid", b?.ToString()),
            .. Two("--date", c?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            .. Two("--level", d is { } level ? TextOf(level) : null),
        ]);

    [Fact]
    public void Paths_survive() => Survive(
        Gen.Select(Text.Where(static text => text.Length > 0), Text.Where(static text => text.Length > 0), Gen.Bool, Gen.Bool),
        static (a, b, _, _) => new Values { File = new FileInfo(a), Directory = new DirectoryInfo(b) },
        static (a, b, _, _) => ["--file", a, "--directory", b]);

    [Fact]
    public void Flags_survive() => Survive(
        Gen.Select(Gen.Bool, Gen.Bool.Nullable(), Gen.Bool.Nullable(), Gen.Bool),
        static (a, b, c, d) => new Flags { Flag = a, Sign = b, Maybe = c, Long = d },
        static (a, b, c, d) =>
        [
            .. a ? ["--flag"] : (string[])[],
            .. b is null ? [] : b.Value ? ["--sign"] : (string[])["--no-sign"],
            .. c is true ? ["--maybe"] : (string[])[],
            .. d ? ["-l"] : (string[])[],
        ]);

    [Fact]
    public void Lists_survive() => Survive(
        Gen.Select(Text.Array[0, 4], Text.Where(static text => !text.Contains(',', StringComparison.Ordinal)).Array[0, 4], Gen.Int.Array[0, 4], AnyLevel.List[0, 4]),
        static (a, b, c, d) => new Lists { Items = a, Joined = b, Numbers = c, Levels = d },
        static (a, b, c, d) =>
        [
            .. a.SelectMany(static item => Two("--item", item)),
            .. One("--joined=", b.Length == 0 ? null : string.Join(",", b)),
            .. c.Select(static number => "-n" + number.ToString(CultureInfo.InvariantCulture)),
            .. Two("--level", d.Count == 0 ? null : string.Join("+", d.Select(TextOf))),
        ]);

    [Fact]
    public void Pairs_survive() => Survive(
        Gen.Select(
            Gen.Dictionary(Key, Text)[0, 4],
            Gen.Dictionary(Key, MaybeText)[0, 4],
            Gen.Select(Key.Where(static key => !key.Contains(';', StringComparison.Ordinal)), Gen.Int).Array[0, 4],
            Gen.Select(AnyLevel, Text).Array[0, 4]),
        static (a, b, c, d) => new Lists
        {
            Defines = a,
            Environment = b,
            Pairs = [.. c.Select(static pair => KeyValuePair.Create(pair.Item1, pair.Item2))],
            Tuples = d,
        },
        static (a, b, c, d) =>
        [
            .. a.SelectMany(static pair => Two("--define", pair.Key + "=" + pair.Value)),
            .. b.SelectMany(static pair => Two("--env", pair.Value is null ? pair.Key : pair.Key + "=" + pair.Value)),
            .. Two("--pair", c.Length == 0 ? null : string.Join(";", c.Select(static pair => FormattableString.Invariant($"{pair.Item1}={pair.Item2}")))),
            .. d.SelectMany(static pair => Two("--tuple", TextOf(pair.Item1) + "=" + pair.Item2)),
        ]);

    [Fact]
    public void Arguments_after_a_marker_survive() => Survive(
        Gen.Select(Text.Array[0, 4], Gen.Bool, Gen.Bool, Gen.Bool),
        static (a, _, _, _) => new Marked { Paths = a },
        static (a, _, _, _) => a.Length == 0 ? [] : ["--", .. a]);

    [Fact]
    public void Arguments_with_dashes_survive_where_allowed() => Survive(
        Gen.Select(Text.Array[0, 4], Gen.Bool, Gen.Bool, Gen.Bool),
        static (a, _, _, _) => new Dashes { Rest = a },
        static (a, _, _, _) => a);

    [Fact]
    public void Arguments_are_rejected_exactly_when_they_look_like_options() => Gen.Select(MaybeText, Text.Array[0, 3]).Sample(
        static (first, rest) =>
        {
            var isRefused = rest.Prepend(first).Any(static text => text is ['-', _, ..]);
            string[] expected = [.. first is null ? [] : (string[])[first], .. rest];
            try
            {
                Assert.Equal(expected, new Positionals { First = first, Rest = rest }.ToArguments());
                Assert.False(isRefused);
            }
            catch (ArgumentException)
            {
                Assert.True(isRefused);
            }
        });

    [Fact]
    public void Subcommands_with_global_options_survive() => Survive(
        Gen.Select(MaybeText, Text, Gen.Bool, Text.Array[0, 3]),
        static (a, b, c, d) => new Git.Commit { Parent = new Git { Directory = a }, Message = b, Amend = c, Paths = d },
        static (a, b, c, d) =>
        [
            .. Two("-C", a),
            "commit",
            "-m",
            b,
            .. c ? ["--amend"] : (string[])[],
            .. d.Length == 0 ? [] : (string[])["--", .. d],
        ]);

    private static void Survive<T1, T2, T3, T4>(
        Gen<(T1, T2, T3, T4)> values, Func<T1, T2, T3, T4, ICommand> command, Func<T1, T2, T3, T4, IReadOnlyList<string>> expected)
    {
        // Every case is checked separately, so that a failing one is shrunk; some of them then share a child.
        values.Sample(
            (a, b, c, d) => Assert.Equal(expected(a, b, c, d), command(a, b, c, d).ToArguments()),
            iter: 500);
        values.Array[100].Sample(
            cases => Child.Receives(cases.Select(value => command(value.Item1, value.Item2, value.Item3, value.Item4).ToArguments())),
            iter: 3);
    }

    /// <summary>Returns the shortest digits that represent this number, by arithmetic rather than by text.</summary>
    private static string Digits(double number)
    {
        var text = number.ToString("E16", CultureInfo.InvariantCulture);
        for (var precision = 0; precision < 17; precision++)
        {
            text = number.ToString("E" + precision, CultureInfo.InvariantCulture);
            if (double.Parse(text, CultureInfo.InvariantCulture) == number)
            {
                break;
            }
        }

        var (mantissa, exponent) = text.Split('E') is [var left, var right] ? (left, int.Parse(right, CultureInfo.InvariantCulture)) : (text, 0);
        var digits = System.Numerics.BigInteger.Parse(mantissa.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var scale = exponent - (mantissa.TrimStart('-').Length is 1 ? 0 : mantissa.TrimStart('-').Length - 2);
        if (digits == 0)
        {
            return double.IsNegative(number) ? "-0" : "0";
        }

        if (scale >= 0)
        {
            return (digits * System.Numerics.BigInteger.Pow(10, scale)).ToString(CultureInfo.InvariantCulture);
        }

        var plain = System.Numerics.BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).PadLeft(1 - scale, '0').Insert(Math.Max(1, System.Numerics.BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).Length + scale), ".");
        return (number < 0 ? "-" : "") + plain.TrimEnd('0').TrimEnd('.');
    }

    private static string[] Two(string name, string? value) => value is null ? [] : [name, value];

    private static string[] One(string name, string? value) => value is null ? [] : [name + value];

    private static string TextOf(Level level) => level switch
    {
        Level.Low => "low",
        Level.VeryHigh => "very-high",
        Level.HTTPProxy => "http-proxy",
        _ => "MAX!",
    };
}
