using System.Globalization;
using System.Net;
using Xunit;
using TypedExec.Generated;

namespace TypedExec.Generator.Tests.Running;

/// <summary>The argument array of every property type and setting, by example.</summary>
public sealed class RenderingTests
{
    [Fact]
    public void An_unset_option_is_not_rendered()
    {
        Assert.Empty(new Values().ToArguments());
        Assert.Empty(new Flags().ToArguments());
        Assert.Empty(new Lists().ToArguments());
        Assert.Empty(new Positionals().ToArguments());
    }

    [Fact]
    public void An_empty_value_that_would_be_attached_to_its_option_is_rejected()
    {
        var error = Assert.Throws<ArgumentException>(() => new Values { Glued = "" }.ToArguments());

        Assert.Equal("Glued", error.ParamName);
    }

    [Fact]
    public void A_flag_is_its_name_when_true()
        => Assert.Equal(["--flag", "--maybe", "-l", "--other"], new Flags { Flag = true, Maybe = true, Long = true, Other = true }.ToArguments());

    [Fact]
    public void A_negatable_flag_is_its_negation_when_false()
    {
        Assert.Equal(["--sign"], new Flags { Sign = true }.ToArguments());
        Assert.Equal(["--no-sign"], new Flags { Sign = false, Maybe = false }.ToArguments());
    }

    [Fact]
    public void A_separator_comes_between_name_and_value()
        => Assert.Equal(
            ["--string", "a b", "--equals=", "-g2", "--colon: x"],
            new Values { String = "a b", Equal = "", Glued = "2", Colon = "x" }.ToArguments());

    [Fact]
    public void An_empty_text_stays_an_empty_argument()
        => Assert.Equal(["--string", ""], new Values { String = "" }.ToArguments());

    [Fact]
    public void Values_are_formatted_for_the_invariant_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NegativeSign = "minus" };
        other.DateTimeFormat = new DateTimeFormatInfo { ShortDatePattern = "dd.MM.yyyy" };
        CultureInfo.CurrentCulture = other;
        try
        {
            Assert.Equal(
                ["--int", "-5", "--double", "1234.5", "--decimal", "0.10", "--date", "2026-03-31", "--any", "2.5"],
                new Values { Int = -5, Double = 1234.5, Decimal = 0.10m, Date = new DateOnly(2026, 3, 31), Any = 2.5 }.ToArguments());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_value_is_its_own_text()
        => Assert.Equal(
            ["--char", "x", "--guid", "00000000-0000-0000-0000-000000000000", "--version", "1.2", "--address", "::1", "--uri", "http://a/%20b", "--file", "a/b.txt", "--directory", "c"],
            new Values
            {
                Char = 'x',
                Guid = Guid.Empty,
                Version = new Version(1, 2),
                Address = IPAddress.IPv6Loopback,
                Uri = new Uri("http://a/%20b"),
                File = new FileInfo("a/b.txt"),
                Directory = new DirectoryInfo("c"),
            }.ToArguments());

    [Theory]
    [InlineData(0, "low")]
    [InlineData(1, "very-high")]
    [InlineData(2, "http-proxy")]
    [InlineData(3, "MAX!")]
    public void An_enum_is_its_value_or_kebab_case(int level, string expected)
        => Assert.Equal(["--level", expected], new Values { Level = (Level)level }.ToArguments());

    [Fact]
    public void An_undefined_enum_value_is_rejected()
        => Assert.Contains("17", Assert.Throws<ArgumentException>(() => new Values { Level = (Level)17 }.ToArguments()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_list_is_repeated_per_item()
        => Assert.Equal(["--item", "a", "--item", "", "-n1", "-n2"], new Lists { Items = ["a", ""], Numbers = [1, 2] }.ToArguments());

    [Fact]
    public void A_joined_list_is_one_value()
        => Assert.Equal(["--joined=a,,b", "--level", "low+MAX!"], new Lists { Joined = ["a", "", "b"], Levels = [Level.Low, Level.Top] }.ToArguments());

    [Fact]
    public void An_empty_joined_list_is_not_rendered() => Assert.Empty(new Lists { Joined = [], Levels = [] }.ToArguments());

    [Fact]
    public void A_null_item_is_left_out()
        => Assert.Equal(["--item", "a", "--maybe", "1.5"], new Lists { Items = ["a", null!], Maybe = [null, 1.5] }.ToArguments());

    [Fact]
    public void A_pair_is_key_and_value()
        => Assert.Equal(
            ["--define", "a=1", "--define", "b=", "--env", "x=y", "--env", "z", "--pair", "p=1;q=2", "--tuple", "very-high=v"],
            new Lists
            {
                Defines = new Dictionary<string, string> { ["a"] = "1", ["b"] = "" },
                Environment = new Dictionary<string, string?> { ["x"] = "y", ["z"] = null },
                Pairs = [new("p", 1), new("q", 2)],
                Tuples = [(Level.VeryHigh, "v")],
            }.ToArguments());

    [Fact]
    public void Arguments_come_by_position_after_all_options()
        => Assert.Equal(["--verbose", "a", "7", "b", "c"], new Positionals { Rest = ["b", "c"], Second = 7, First = "a", Verbose = true }.ToArguments());

    [Fact]
    public void A_marker_appears_once_and_only_with_values()
    {
        Assert.Equal(["--", "a", "-b"], new Marked { Paths = ["a", "-b"] }.ToArguments());
        Assert.Empty(new Marked().ToArguments());
    }

    [Fact]
    public void What_follows_a_marker_may_start_with_a_dash()
    {
        Assert.Equal(["--", "-a", "-b"], new Marker { Path = "-a", Rest = ["-b"] }.ToArguments());
        Assert.Throws<ArgumentException>(() => new Marker { Rest = ["-b"] }.ToArguments());
    }

    [Fact]
    public void A_single_dash_is_not_an_option() => Assert.Equal(["-"], new Positionals { First = "-" }.ToArguments());

    [Theory]
    [InlineData("-x")]
    [InlineData("--upload-pack=evil")]
    public void A_rejected_leading_dash_names_the_property(string value)
    {
        var error = Assert.Throws<ArgumentException>(() => new Positionals { First = value }.ToArguments());
        Assert.Equal("First", error.ParamName);
        Assert.Contains("AllowLeadingDash", error.Message, StringComparison.Ordinal);
        Assert.Equal("Rest", Assert.Throws<ArgumentException>(() => new Positionals { Rest = ["a", value] }.ToArguments()).ParamName);
        Assert.Equal("Second", Assert.Throws<ArgumentException>(() => new Positionals { Second = -1 }.ToArguments()).ParamName);
    }

    [Fact]
    public void A_leading_dash_can_be_allowed() => Assert.Equal(["-x"], new Dashes { Rest = ["-x"] }.ToArguments());

    [Fact]
    public void An_option_may_have_a_value_with_a_dash() => Assert.Equal(["--string", "-x"], new Values { String = "-x" }.ToArguments());

    [Fact]
    public void A_rejected_NUL_names_the_property()
    {
        Assert.Equal("String", Assert.Throws<ArgumentException>(() => new Values { String = "a\0b" }.ToArguments()).ParamName);
        Assert.Equal("Items", Assert.Throws<ArgumentException>(() => new Lists { Items = ["\0"] }.ToArguments()).ParamName);
        Assert.Equal("Rest", Assert.Throws<ArgumentException>(() => new Dashes { Rest = ["\0"] }.ToArguments()).ParamName);
    }

    [Fact]
    public void A_secret_is_passed_and_masked()
    {
        var arguments = new Secrets { User = "u", Token = "t", Password = "p", Keys = ["k", "l"], Pin = "1" }.ToArguments();
        Assert.Equal(["--user", "u", "--token=t", "--password", "p", "--key", "k", "--key", "l", "1"], arguments);
        Assert.Equal(
            ["--user", "u", "--token=***", "--password", "***", "--key", "***", "--key", "***", "***"],
            Assert.IsType<CommandArguments>(arguments).Masked);
    }

    [Fact]
    public void An_error_does_not_reveal_a_secret()
        => Assert.DoesNotContain("-1234", Assert.Throws<ArgumentException>(() => new Secrets { Pin = "-1234" }.ToArguments()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_subcommand_puts_its_path_first()
    {
        Assert.Equal(["commit", "-m", "x", "--amend", "--", "a"], new Git.Commit { Message = "x", Amend = true, Paths = ["a"] }.ToArguments());
        Assert.Equal(["compose", "up", "--detach"], new Docker.ComposeUp { Detach = true }.ToArguments());
    }

    [Fact]
    public void Global_options_precede_the_subcommand_and_outer_arguments_are_omitted()
        => Assert.Equal(
            ["-C", "dir", "commit", "-m", "x"],
            new Git.Commit { Message = "x", Parent = new Git { Directory = "dir", Alias = "co" } }.ToArguments());

    [Fact]
    public void Each_levels_options_follow_its_own_subcommand_word()
    {
        var add = new Git.Remote.Add
        {
            Name = "origin",
            Url = new Uri("https://example.org/x.git"),
            Parent = new Git.Remote { Verbose = true, Parent = new Git { Directory = "dir" } },
        };
        Assert.Equal(["-C", "dir", "remote", "--verbose", "add", "origin", "https://example.org/x.git"], add.ToArguments());
        Assert.Equal(["remote", "add", "origin", "https://example.org/x.git"], (add with { Parent = null }).ToArguments());
    }

    [Fact]
    public void A_command_is_a_value_with_file_and_arguments()
    {
        ICommand command = new Git.Commit { Message = "x" };
        Assert.Equal("git", command.FileName);
        Assert.Equal(["commit", "-m", "x"], command.ToArguments());
    }

    [Fact]
    public void A_record_command_is_compared_by_value()
    {
        var url = new Uri("https://example.org/");
        Assert.Equal(new Git.Remote.Add { Name = "a", Url = url }, new Git.Remote.Add { Name = "a", Url = url });
    }
}
