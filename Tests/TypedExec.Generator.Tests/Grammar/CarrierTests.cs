using Xunit;

namespace TypedExec.Generator.Tests.Grammar;

/// <summary>A command as an argument of another one.</summary>
public sealed class CarrierTests
{
    private static readonly Carried Command = new() { User = "me:secret", Url = "http://h/a b" };

    [Fact]
    public void A_command_is_its_program_and_its_arguments()
        => Assert.Equal(["-u", "root", "--", "curl", "--user", "me:secret", "http://h/a b"], new Sudo { User = "root", Command = Command }.ToArguments());

    [Fact]
    public void A_secret_in_a_nested_command_stays_masked()
    {
        Assert.Equal("sudo -- curl --user '***' 'http://h/a b'", new Sudo { Command = Command }.ToString());
        Assert.DoesNotContain("secret", new Ssh { Host = "h", Command = Command }.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", new Sh { Script = Command | new Carried() }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quoted_command_is_one_argument()
        => Assert.Equal(["h", "curl --user me:secret 'http://h/a b'"], new Ssh { Host = "h", Command = Command }.ToArguments());

    [Fact]
    public void A_quoted_pipeline_is_one_argument()
        => Assert.Equal(
            ["-c", "curl 'a b' | curl > out"],
            new Sh { Script = (new Carried { Url = "a b" } | new Carried()).ToFile("out") }.ToArguments());

    [Fact]
    public void A_pipeline_of_several_commands_needs_quoting()
    {
        Assert.Equal("Single", Assert.Throws<ArgumentException>(() => new Sh { Single = new Carried() | new Carried() }.ToArguments()).ParamName);
        Assert.Equal(["curl"], new Sh { Single = new Pipeline(new Carried()) }.ToArguments());
        Assert.Equal("Script", Assert.Throws<ArgumentException>(() => new Sh { Script = new Pipeline(new Carried()).FromStream(Stream.Null) }.ToArguments()).ParamName);
    }

    [Fact]
    public void A_command_class_is_a_command_too()
    {
        Assert.Equal(["curl", "u"], new Timed { Command = new() { Url = "u" } }.ToArguments());
        Assert.Empty(new Timed().ToArguments());
        Assert.Equal(["--", "curl"], Sudo.CreateBuilder().Command(new Carried()).Build().ToArguments());
    }

    [Fact]
    public void A_program_that_looks_like_an_option_is_rejected()
        => Assert.Throws<ArgumentException>(() => new Ssh { Host = "h", Command = new Executable("-x") }.ToArguments());
}
