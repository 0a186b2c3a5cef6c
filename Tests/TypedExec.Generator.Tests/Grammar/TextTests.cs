using System.Net;
using System.Text;
using Xunit;

namespace TypedExec.Generator.Tests.Grammar;

/// <summary>How values become text.</summary>
public sealed class TextTests
{
    [Fact]
    public void Dates_and_times_are_ISO_8601_and_a_duration_is_in_seconds()
    {
        Assert.Equal(
            ["--date-time", "2026-02-01T13:04:05", "--offset", "2026-02-01T03:04:05+00:00", "--date", "2026-02-01", "--time", "13:04:05", "--span", "109800"],
            new Texts
            {
                DateTime = new(2026, 2, 1, 13, 4, 5),
                Offset = new(2026, 2, 1, 3, 4, 5, TimeSpan.Zero),
                Date = new(2026, 2, 1),
                Time = new(13, 4, 5),
                Span = TimeSpan.FromHours(30.5),
            }.ToArguments());
        Assert.Equal(
            ["--date-time", "2026-02-01T13:04:05.25Z", "--time", "13:04:05.0000001", "--span", "-0.5"],
            new Texts
            {
                DateTime = new DateTime(2026, 2, 1, 13, 4, 5, 250, DateTimeKind.Utc),
                Time = new TimeOnly(13, 4, 5).Add(TimeSpan.FromTicks(1)),
                Span = TimeSpan.FromSeconds(-0.5),
            }.ToArguments());
    }

    [Theory]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(-1.5e-7, "-0.00000015")]
    [InlineData(1.5, "1.5")]
    [InlineData(1.25e16, "12500000000000000")]
    [InlineData(0, "0")]
    public void A_number_has_no_exponent(double number, string expected)
        => Assert.Equal(["--double", expected], new Texts { Double = number }.ToArguments());

    [Fact]
    public void A_format_determines_the_text()
        => Assert.Equal(
            ["--float", "0.1", "--since", "2026-02-01", "--hex=00ff", "--hexes", "01:0A", "--at", "x=07:30", "00042"],
            new Texts
            {
                Float = 0.1f,
                Since = new(2026, 2, 1, 13, 4, 5),
                Hex = 255,
                Hexes = [1, 10],
                At = new() { ["x"] = new(7, 30, 15) },
                Number = 42,
            }.ToArguments());

    [Fact]
    public void A_converter_formats_types_you_do_not_own()
        => Assert.Equal(
            ["--encoding", "utf-8", "--end-point", "127.0.0.1/80", "--percent", "50%", "--exact", "25%", "utf-16"],
            new Converted
            {
                Encoding = Encoding.UTF8,
                EndPoints = [new(IPAddress.Loopback, 80), new(IPAddress.Loopback, 0)],
                Share = 0.5,
                Exact = 0.25,
                Argument = Encoding.Unicode,
            }.ToArguments());

    [Fact]
    public void True_and_false_may_be_values()
    {
        Assert.Equal(["--one=true", "--two", "yes", "--only", "1", "--both", "on"], new Truths { One = true, Two = true, Only = true }.ToArguments());
        Assert.Equal(["--one=false", "--two", "no", "--both", "off"], new Truths { One = false, Two = false, Both = false }.ToArguments());
        Assert.Empty(new Truths { Both = null }.ToArguments());
        Assert.Equal(["--one=false", "--both", "on"], Truths.CreateBuilder().One(false).Build().ToArguments());
    }

    [Fact]
    public void Pairs_can_have_their_own_separator()
        => Assert.Equal(
            ["-p", "80:8080", "-p", "443:8443", "-H", "Accept: a=b", "--mount", "type=bind,ro", "a:b"],
            new Pairs
            {
                Ports = [(80, 8080), (443, 8443)],
                Headers = new() { ["Accept"] = "a=b" },
                Mount = new() { ["type"] = "bind", ["ro"] = null },
                Links = [new("a", "b")],
            }.ToArguments());

    [Fact]
    public void A_value_never_becomes_two_items()
    {
        Assert.Equal("Mount", Assert.Throws<ArgumentException>(() => new Pairs { Mount = new() { ["src"] = "/data,dst=/etc" } }.ToArguments()).ParamName);
        Assert.Equal("Only", Assert.Throws<ArgumentException>(() => new Pairs { Only = ["a,b"] }.ToArguments()).ParamName);
        Assert.Equal("Mount", Assert.Throws<ArgumentException>(() => new Pairs { Mount = new() { ["A=B"] = "c" } }.ToArguments()).ParamName);
        Assert.Equal("Headers", Assert.Throws<ArgumentException>(() => new Pairs { Headers = new() { ["a: b"] = "c" } }.ToArguments()).ParamName);
        Assert.Equal(["--escaped", "a\\,b,c\\\\,d"], new Pairs { Escaped = ["a,b", "c\\", "d"] }.ToArguments());
    }

    [Fact]
    public void A_flags_enum_joins_its_members()
    {
        Assert.Equal(["--access", "rw"], new Enums { Access = Access.Read | Access.Write }.ToArguments());
        Assert.Equal(["--access", "read,execute"], new Enums { Access = Access.Read | Access.Execute }.ToArguments());
        Assert.Equal(["--joined", "execute|rw"], new Enums { Joined = Access.ReadWrite | Access.Execute }.ToArguments());
        Assert.Equal(["--mode", "low,high"], new Enums { Mode = Mode.Low | Mode.High }.ToArguments());
        Assert.Equal(["--mode", "nothing"], new Enums { Mode = Mode.Nothing }.ToArguments());
        Assert.Contains("12", Assert.Throws<ArgumentException>(() => new Enums { Access = (Access)12 }.ToArguments()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_optional_value_has_a_type()
    {
        Assert.Equal(
            ["--color=if-needed", "-U3", "--sign=key", "--level=always", "--level"],
            new Enums { Color = When.Auto, Context = 3, Sign = new FileInfo("key"), Levels = [When.Always, OptionalValue<When>.Alone, default] }.ToArguments());
        Assert.Equal(["--color", "-U"], new Enums { Color = OptionalValue<When>.Alone, Context = OptionalValue<int>.Alone }.ToArguments());
        Assert.Equal(["--color=never"], Enums.CreateBuilder().Color(When.Never).Build().ToArguments());
    }

    [Fact]
    public void An_option_of_several_words_is_several_arguments()
        => Assert.Equal(["-o", "json", "-o", "template=x"], new Enums { Json = true, Template = "x" }.ToArguments());
}
