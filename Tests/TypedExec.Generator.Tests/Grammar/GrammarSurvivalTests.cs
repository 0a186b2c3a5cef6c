using System.Globalization;
using CsCheck;
using TypedExec.Generator.Tests.Running;
using Xunit;

namespace TypedExec.Generator.Tests.Grammar;

/// <summary>
/// Whatever the values, the argument array is that of a model that is spelled out here, or the value is rejected and its property
/// named; and a real program gets the accepted values unchanged.
/// </summary>
public sealed class GrammarSurvivalTests
{
    internal static readonly Gen<string> Text = Gen.OneOf(
        Gen.Char['\0', '\u00ff'].Array[0, 6].Select(static characters => new string(characters)),
        Gen.OneOf("", " ", "-", "--", "-x", "a b", "a,b", "a=b", "a:b", "a: b", ":", "=", ",", "\\", "\\,", "\0", "'", "\"", "$HOME", "\n", "ü", "😀", "x"));

    internal static readonly Gen<string?> MaybeText = Gen.OneOf(Text.Select(static text => (string?)text), Gen.Const((string?)null));

    internal static readonly Gen<string> Plain = Text.Where(static text => !text.Contains('\0', StringComparison.Ordinal));

    [Fact]
    public void Pairs_with_custom_separators() => Hold(
        Gen.Select(
            Gen.Select(Gen.Int, Gen.Int).Array[0, 3],
            Gen.Dictionary(Text, Text)[0, 3],
            Gen.Dictionary(Text, MaybeText)[0, 3],
            Gen.Select(Text, Text).Array[0, 3]),
        static values => new Pairs
        {
            Ports = values.Item1,
            Headers = values.Item2,
            Mount = values.Item3,
            Links = [.. values.Item4.Select(static pair => KeyValuePair.Create(pair.Item1, pair.Item2))],
        },
        static (line, values) => line
            .Repeat("Ports", "-p", values.Item1.Select(static pair => Digits(pair.Item1) + ":" + Digits(pair.Item2)))
            .Repeat("Headers", "-H", line.Pairs("Headers", values.Item2.Select(static pair => (pair.Key, (string?)pair.Value)), ": "))
            .Joined("Mount", "--mount", line.Pairs("Mount", values.Item3.Select(static pair => (pair.Key, pair.Value)), "="), ",")
            .Positionals("Links", line.Pairs("Links", values.Item4.Select(static pair => (pair.Item1, (string?)pair.Item2)), ":")));

    [Fact]
    public void Joined_items() => Hold(
        Gen.Select(Text.Array[0, 4], Text.Array[0, 4]),
        static values => new Pairs { Only = values.Item1, Escaped = values.Item2 },
        static (line, values) => line
            .Joined("Only", "--only", values.Item1, ",")
            .Joined("Escaped", "--escaped", values.Item2.Select(static item => item.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)), null));

    [Fact]
    public void Items_between_long_joiners_can_be_told_apart() => Hold(
        Gen.OneOf("", "a", ":", "::", "a:", ":a", "a::b").Array[0, 4],
        static items => new LongJoiner { Items = items },
        static (line, items) =>
        {
            // Does what a program does: it splits at the first joiner, repeatedly.
            var joined = string.Join("::", items);
            return items.Length == 0 ? line : joined.Split("::").SequenceEqual(items) ? line.Add("--items", joined) : line.Refuse("Items");
        });

    [Fact]
    public void Booleans_as_values() => Hold(
        Gen.Select(Gen.Bool.Nullable(), Gen.Bool.Nullable(), Gen.Bool, Gen.Bool.Nullable()),
        static values => new Truths { One = values.Item1, Two = values.Item2, Only = values.Item3, Both = values.Item4 },
        static (line, values) =>
        {
            _ = values.Item1 is { } one ? line.Add(one ? "--one=true" : "--one=false") : line;
            _ = values.Item2 is { } two ? line.Add("--two", two ? "yes" : "no") : line;
            _ = values.Item3 ? line.Add("--only", "1") : line;
            return values.Item4 is { } both ? line.Add("--both", both ? "on" : "off") : line;
        });

    [Fact]
    public void Times_and_numbers() => Hold(
        Gen.Select(Gen.DateTime, Gen.TimeSpan, Gen.Int, Gen.Int[0, 255].Array[0, 3]),
        static values => new Texts { Since = values.Item1, Span = values.Item2, Hex = values.Item3, Hexes = values.Item4 },
        static (line, values) => line
            .Add("--span", Seconds(values.Item2))
            .Add("--since", $"{values.Item1.Year:0000}-{values.Item1.Month:00}-{values.Item1.Day:00}")
            .Add($"--hex={values.Item3:x4}")
            .Joined("Hexes", "--hexes", values.Item4.Select(static number => number.ToString("X2", CultureInfo.InvariantCulture)), ":"));

    [Fact]
    public void Enums_flags_and_optional_values() => Hold(
        Gen.Select(Gen.Int[0, 15].Nullable(), Gen.Int[-1, 3], Gen.Int.Nullable(), Gen.Int[0, 3].Array[0, 3]),
        static values => new Enums
        {
            Access = (Access?)values.Item1,
            Color = values.Item2 < 0 ? OptionalValue<When>.Alone : (When)values.Item2,
            Context = values.Item3 is { } context ? context : OptionalValue<int>.Alone,
            Levels = [.. values.Item4.Select(static number => number == 3 ? OptionalValue<When>.Alone : (When)number)],
        },
        static (line, values) =>
        {
            string[] accesses = ["", "read", "write", "rw", "execute", "read,execute", "write,execute", "execute,rw"];
            string[] whens = ["always", "never", "if-needed"];
            _ = values.Item1 switch
            {
                null or 0 => line,
                > 7 => line.Refuse("Access"),
                { } access => line.Add("--access", accesses[access]),
            };
            _ = values.Item2 switch
            {
                < 0 => line.Add("--color"),
                > 2 => line.Refuse("Color"),
                var color => line.Add("--color=" + whens[color]),
            };
            _ = line.Add(values.Item3 is { } context ? $"-U{context.ToString(CultureInfo.InvariantCulture)}" : "-U");
            foreach (var level in values.Item4)
            {
                line.Add(level == 3 ? "--level" : "--level=" + whens[level]);
            }

            return line;
        });

    [Fact]
    public void Groups_and_the_arguments_after_them() => Hold(
        Gen.Select(
            Gen.Select(Gen.Bool, Text).Array[0, 4],
            Text.Array[0, 3],
            Text),
        static values => new Rsync
        {
            Filters = [.. values.Item1.Select(static filter => filter.Item1 ? new AnyOf<Include, Exclude>(new Include(filter.Item2)) : new Exclude(filter.Item2))],
            Sources = values.Item2,
            Destination = values.Item3,
        },
        static (line, values) =>
        {
            foreach (var (isInclude, pattern) in values.Item1)
            {
                line.Glued("Text", (isInclude ? "--include" : "--exclude") + "=", pattern);
            }

            return line.Positionals("Sources", values.Item2).Positionals("Destination", [values.Item3]);
        });

    [Fact]
    public void Options_after_the_arguments() => Hold(
        Gen.Select(Text.Array[0, 3], Text.Array[0, 3], MaybeText),
        static values => new Gcc { Files = values.Item1, Libraries = values.Item2, Output = values.Item3 },
        static (line, values) =>
        {
            _ = values.Item3 is { } output ? line.Two("Output", "-o", output) : line;
            line.Positionals("Files", values.Item1);
            foreach (var library in values.Item2)
            {
                _ = library.Length == 0 ? line.Refuse("Libraries") : line.Glued("Libraries", "-l", library);
            }

            return line;
        });

    [Fact]
    public void Two_lists_with_a_marker_between() => Hold(
        Gen.Select(Text.Array[0, 3], Text.Array[0, 3]),
        static values => new GitLike.Log { Revisions = values.Item1, Paths = values.Item2 },
        static (line, values) =>
        {
            line.Add("log").Positionals("Revisions", values.Item1);
            return values.Item2.Length == 0 ? line : line.Add("--").Positionals("Paths", values.Item2, isBehindMarker: true);
        });

    [Fact]
    public void Option_sets_and_the_placement_of_parent_options() => Hold(
        Gen.Select(MaybeText, Gen.Bool, Gen.Bool, MaybeText, MaybeText),
        static values => new Az.Vm.List
        {
            Parent = new Az.Vm { Parent = new Az { Output = values.Item1, Debug = values.Item2, Last = values.Item3 }, Group = values.Item4 },
            Name = values.Item5,
        },
        static (line, values) =>
        {
            _ = values.Item2 ? line.Add("--debug") : line;
            line.Add("vm", "list");
            _ = values.Item1 is { } output ? line.Two("Output", "--output", output) : line;
            _ = values.Item4 is { } group ? line.Two("Group", "--group", group) : line;
            _ = values.Item5 is { } name ? line.Positionals("Name", [name]) : line;
            return values.Item3 ? line.Add("--last") : line;
        });

    /// <summary>A remote shell splits the quoted command again.</summary>
    [Fact]
    public void A_shell_splits_a_quoted_command_into_the_same_arguments() => Plain.Array[1, 6].Sample(
        static words =>
        {
            var ssh = new Ssh { Host = "h", Command = new Executable("printf")[[@"%s\0", .. words]] };
            var output = new Executable("sh").ExecFileSync(["-c", ssh.ToArguments()[1]]).Stdout;
            Assert.Equal(words, output[..^1].Split('\0'));
        },
        iter: 30);

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan span)
    {
        var ticks = new System.Numerics.BigInteger(span.Ticks);
        var whole = System.Numerics.BigInteger.Abs(ticks) / TimeSpan.TicksPerSecond;
        var fraction = (System.Numerics.BigInteger.Abs(ticks) % TimeSpan.TicksPerSecond).ToString("0000000", CultureInfo.InvariantCulture).TrimEnd('0');
        return (ticks < 0 ? "-" : "") + whole.ToString(CultureInfo.InvariantCulture) + (fraction.Length == 0 ? "" : "." + fraction);
    }

    internal static void Hold<T>(Gen<T> values, Func<T, ICommand> command, Func<ModelLine, T, ModelLine> model)
    {
        values.Sample(value => { Check(value, command, model); }, iter: 500);
        values.Array[60].Sample(
            cases => Child.Receives(cases.Where(value => model(new(), value).Refused is null).Select(value => command(value).ToArguments())), iter: 2);
    }

    private static void Check<T>(T value, Func<T, ICommand> command, Func<ModelLine, T, ModelLine> model)
    {
        var expected = model(new(), value);
        if (expected.Refused is { } property)
        {
            Assert.Equal(property, Assert.ThrowsAny<ArgumentException>(() => command(value).ToArguments()).ParamName);
        }
        else
        {
            Assert.Equal(expected.Arguments, command(value).ToArguments());
        }
    }
}
