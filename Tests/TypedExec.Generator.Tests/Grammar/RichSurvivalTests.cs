using System.Globalization;
using System.Net;
using System.Text;
using CsCheck;
using TypedExec.Generator.Tests.Running;
using Xunit;

namespace TypedExec.Generator.Tests.Grammar;

/// <summary>The shapes that <see cref="GrammarSurvivalTests"/> doesn't cover, tested in the same way.</summary>
public sealed class RichSurvivalTests
{
    private static readonly Gen<string> Text = GrammarSurvivalTests.Text;

    private static readonly Gen<string?> MaybeText = GrammarSurvivalTests.MaybeText;

    private static readonly Gen<OptionalValue> Optional = Gen.OneOf(
        Text.Select(static text => (OptionalValue)text), Gen.Const(OptionalValue.Alone), Gen.Const(default(OptionalValue)));

    private static readonly Gen<DayOfWeek> Day = Gen.Enum<DayOfWeek>();

    [Fact]
    public void Several_values_after_one_option() => GrammarSurvivalTests.Hold(
        Gen.Select(Text.Array[0, 4], Text.Array[0, 3], Gen.Int.Array[0, 3], Day.Array[0, 3], Gen.Dictionary(Text, Gen.Int)[0, 4], Text.Array[0, 2].Array[0, 3]),
        static values => new Rich
        {
            Tags = values.Item1,
            Pair = values.Item2,
            Size = values.Item3,
            Days = [.. values.Item4],
            Map = values.Item5,
            Sets = values.Item6,
        },
        static (line, values) =>
        {
            Several(line, "Tags", "--tags", values.Item1, 1, int.MaxValue);
            Several(line, "Pair", "--pair", values.Item2, 2, 2);
            Several(line, "Size", "--size", values.Item3.Select(Digits), 2, 2);
            Several(line, "Days", "--days", values.Item4.Select(Name), 1, int.MaxValue);
            Several(line, "Map", "--map", [.. line.Pairs("Map", values.Item5.Select(static pair => (pair.Key, (string?)Digits(pair.Value))), "=")], 1, 3);
            foreach (var set in values.Item6)
            {
                Several(line, "Sets", "--set", set, 1, int.MaxValue);
            }

            return line;
        });

    [Fact]
    public void Counts_and_optional_texts() => GrammarSurvivalTests.Hold(
        Gen.Select(Gen.Int[-1, 3], Optional, Optional, Optional.Array[0, 3]),
        static values => new Rich { Verbose = values.Item1, Color = values.Item2, Jobs = values.Item3, Debug = values.Item4 },
        static (line, values) =>
        {
            _ = values.Item1 < 0 ? line.Refuse("Verbose") : line.Add([.. Enumerable.Repeat("-v", values.Item1)]);
            OptionalText(line, "Color", "--color", "=", values.Item2);
            OptionalText(line, "Jobs", "-j", "", values.Item3);
            foreach (var debug in values.Item4)
            {
                OptionalText(line, "Debug", "--debug", "=", debug);
            }

            return line;
        });

    [Fact]
    public void Options_that_exclude_or_require_others() => Gen.Select(Gen.Bool, Gen.Bool.Nullable(), Gen.Int[0, 1], Gen.Int.Nullable(), MaybeText).Sample(
        static (fast, slow, verbose, level, key) =>
        {
            var rich = new Rich { Fast = fast, Slow = slow, Verbose = verbose, Level = level, Key = key };
            if (fast && (slow is not null || verbose > 0))
            {
                Assert.Contains(Assert.ThrowsAny<ArgumentException>(() => rich.ToArguments()).ParamName, (string[])["Fast", "Slow", "Verbose"]);
            }
            else if (key is not null && (level is null || key.Contains('\0', StringComparison.Ordinal)))
            {
                Assert.Equal("Key", Assert.ThrowsAny<ArgumentException>(() => rich.ToArguments()).ParamName);
            }
            else
            {
                var line = new ModelLine();
                _ = verbose > 0 ? line.Add("-v") : line;
                _ = level is { } number ? line.Add("--level", Digits(number)) : line;
                _ = fast ? line.Add("--fast") : line;
                _ = slow is true ? line.Add("--slow") : line;
                Assert.Equal(key is null ? line.Arguments : line.Add("--key", key).Arguments, rich.ToArguments());
            }
        },
        iter: 500);

    [Fact]
    public void Values_from_converters() => GrammarSurvivalTests.Hold(
        Gen.Select(
            Gen.Int[0, 3].Nullable(), Gen.Select(Gen.Byte, Gen.Int[0, 3]).Array[0, 3], Gen.Int[0, 900].Nullable(), Gen.Int[-900, 900], Gen.Int[0, 3].Nullable()),
        static values => new Converted
        {
            Encoding = EncodingOf(values.Item1),
            EndPoints = [.. values.Item2.Select(static point => new IPEndPoint(new IPAddress([10, 0, 0, point.Item1]), point.Item2))],
            Share = values.Item3 / 100.0,
            Exact = values.Item4 / 100.0,
            Argument = EncodingOf(values.Item5),
        },
        static (line, values) =>
        {
            string[] names = ["utf-8", "utf-16", "us-ascii", "utf-32"];
            _ = values.Item1 is { } encoding ? line.Add("--encoding", names[encoding]) : line;
            foreach (var (host, port) in values.Item2)
            {
                // A converter that returns null omits the value.
                _ = port == 0 ? line : line.Add("--end-point", $"10.0.0.{host}/{Digits(port)}");
            }

            _ = values.Item3 is { } share ? line.Add("--percent", Digits(share) + "%") : line;
            line.Add("--exact", Digits(values.Item4) + "%");
            return values.Item5 is { } argument ? line.Add(names[argument]) : line;
        });

    [Fact]
    public void One_value_or_many() => GrammarSurvivalTests.Hold(
        Gen.Select(
            Gen.Select(Text.Array[0, 3], Gen.Int.Array[0, 2], Day.Array[0, 2], Text.Array[0, 3]),
            Gen.Select(Gen.Select(Text, Gen.Int).Array[0, 2], Optional.Array[0, 2], Gen.Int.Array[0, 3], Text.Array[0, 2], Text.Array[0, 3])),
        static values => new Several
        {
            Header = [.. values.Item1.Item1],
            Retry = [.. values.Item1.Item2],
            Day = [.. values.Item1.Item3],
            Tags = [.. values.Item1.Item4],
            Pair = [.. values.Item2.Item1.Select(static pair => KeyValuePair.Create(pair.Item1, pair.Item2))],
            Color = [.. values.Item2.Item2],
            Size = [.. values.Item2.Item3],
            Inputs = [.. values.Item2.Item4.Select(static file => new OneInput { File = file })],
            Paths = [.. values.Item2.Item5],
        },
        static (line, values) =>
        {
            line.Repeat("Header", "-H", values.Item1.Item1)
                .Add([.. values.Item1.Item2.Select(static number => "--retry=" + Digits(number))])
                .Repeat("Day", "--day", values.Item1.Item3.Select(Name))
                .Joined("Tags", "--tags", values.Item1.Item4, ",")
                .Repeat("Pair", "--pair", line.Pairs("Pair", values.Item2.Item1.Select(static pair => (pair.Item1, (string?)Digits(pair.Item2))), "="));
            foreach (var color in values.Item2.Item2)
            {
                OptionalText(line, "Color", "--color", "=", color);
            }

            Several(line, "Size", "--size", values.Item2.Item3.Select(Digits), 1, 2);
            return line.Repeat("File", "-i", values.Item2.Item4).Positionals("Paths", values.Item2.Item5);
        });

    [Fact]
    public void Groups_among_the_arguments() => GrammarSurvivalTests.Hold(
        Gen.Select(Text.Array[0, 2], Gen.Select(Gen.Bool, MaybeText, Gen.Char["fdl-"].Nullable(), Gen.Bool).Array[0, 4]),
        static values => new Find
        {
            Paths = values.Item1,
            Expression =
            [
                .. values.Item2.Select(static part => part.Item1
                    ? new AnyOf<Test, Operator>(new Test { Name = part.Item2, Type = part.Item3 })
                    : new Operator { Or = part.Item4, Not = part.Item2 is null }),
            ],
        },
        static (line, values) =>
        {
            line.Positionals("Paths", values.Item1);
            foreach (var (isTest, name, type, isOr) in values.Item2)
            {
                if (isTest)
                {
                    _ = name is null ? line : line.Two("Name", "-name", name);
                    _ = type is { } character ? line.Add("-type", character.ToString()) : line;
                }
                else
                {
                    _ = isOr ? line.Add("-o") : line;
                    _ = name is null ? line.Add("!") : line;
                }
            }

            return line;
        });

    [Fact]
    public void Groups_before_and_after_the_arguments() => GrammarSurvivalTests.Hold(
        Gen.Select(Gen.Select(Gen.Int.Nullable(), Text), Gen.Bool, Gen.Select(Gen.Int.Nullable(), Text).Array[0, 2], MaybeText),
        static values => new OneGroup
        {
            Input = new() { Seek = values.Item1.Item1, File = values.Item1.Item2 },
            Last = values.Item2,
            More = [.. values.Item3.Select(static more => new FfmpegInput { Seek = more.Item1, File = more.Item2 })],
            File = values.Item4,
        },
        static (line, values) =>
        {
            Input(values.Item1);
            _ = values.Item2 ? line.Add("--last") : line;
            line.Positionals("File", values.Item4 is null ? [] : [values.Item4]);
            Array.ForEach(values.Item3, Input);
            return line;

            void Input((int? Seek, string File) input)
            {
                _ = input.Seek is { } seek ? line.Add("-ss", Digits(seek)) : line;
                line.Two("File", "-i", input.File);
            }
        });

    [Fact]
    public void A_command_as_an_argument() => GrammarSurvivalTests.Hold(
        Gen.Select(MaybeText, GrammarSurvivalTests.Plain.Array[0, 4]),
        static values => new Sudo { User = values.Item1, Command = new Executable("printf")[values.Item2] },
        static (line, values) =>
        {
            _ = values.Item1 is { } user ? line.Two("User", "-u", user) : line;
            return line.Add(["--", "printf", .. values.Item2]);
        });

    /// <summary>An option with several values: their number counts first, and where it isn't fixed, none may look like an option.</summary>
    private static void Several(ModelLine line, string property, string name, IEnumerable<string> values, int min, int max)
    {
        string[] all = [.. values];
        if (all.Length == 0)
        {
            return;
        }

        var isRefused = all.Length < min || all.Length > max
            || all.Any(value => value.Contains('\0', StringComparison.Ordinal) || (min != max && value.Length > 1 && value[0] == '-'));
        _ = isRefused ? line.Refuse(property) : line.Add([name, .. all]);
    }

    private static void OptionalText(ModelLine line, string property, string name, string separator, OptionalValue value)
    {
        if (value.HasValue)
        {
            _ = (separator + value.Value).Length == 0 ? line.Refuse(property) : line.Glued(property, name + separator, value.Value);
        }
        else if (value.IsSet)
        {
            line.Add(name);
        }
    }

    private static Encoding? EncodingOf(int? number) => number switch
    {
        0 => Encoding.UTF8,
        1 => Encoding.Unicode,
        2 => Encoding.ASCII,
        3 => Encoding.UTF32,
        _ => null,
    };

    private static string Name(DayOfWeek day)
        => ((string[])["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"])[(int)day];

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
