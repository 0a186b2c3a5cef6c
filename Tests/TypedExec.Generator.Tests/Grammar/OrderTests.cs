using Xunit;

namespace TypedExec.Generator.Tests.Grammar;

/// <summary>Groups, places, and arguments after lists.</summary>
public sealed class OrderTests
{
    [Fact]
    public void Groups_are_rendered_item_by_item_in_place()
        => Assert.Equal(
            ["-y", "-ss", "1", "-i", "a", "-t", "90.5", "-i", "b", "-c:v", "copy", "out", "other"],
            new Ffmpeg
            {
                Overwrite = true,
                Inputs = [new() { Seek = 1, File = "a" }, new() { File = "b", Duration = TimeSpan.FromSeconds(90.5) }],
                Outputs = [new() { VideoCodec = "copy", File = "out" }, new() { File = "other" }],
            }.ToArguments());

    [Fact]
    public void A_builder_appends_groups()
        => Assert.Equal(
            ["-i", "a", "-i", "b", "out"],
            Ffmpeg.CreateBuilder().Inputs(new FfmpegInput { File = "a" }).Inputs(new FfmpegInput { File = "b" }).Outputs(new FfmpegOutput { File = "out" }).Build().ToArguments());

    [Fact]
    public void Groups_of_several_kinds_keep_their_order()
        => Assert.Equal(
            ["-a", "--include=*.cs", "--exclude=*", "--include=x", "src", "other", "host:"],
            new Rsync
            {
                Archive = true,
                Filters = [new Include("*.cs"), new Exclude("*"), new Include("x")],
                Sources = ["src", "other"],
                Destination = "host:",
            }.ToArguments());

    [Fact]
    public void Groups_may_be_placed_among_the_arguments()
        => Assert.Equal(
            ["src", "-name", "*.cs", "-o", "!", "-type", "d"],
            new Find { Paths = ["src"], Expression = [new Test { Name = "*.cs" }, new Operator { Or = true }, new Operator { Not = true }, new Test { Type = 'd' }] }.ToArguments());

    [Fact]
    public void An_option_may_be_placed_after_the_arguments()
    {
        Assert.Equal(["-o", "a", "a.c", "-lm", "-lz"], new Gcc { Output = "a", Files = ["a.c"], Libraries = ["m", "z"] }.ToArguments());
        Assert.Equal(["-f", "x", "]"], new TestProgram { Expression = ["-f", "x"] }.ToArguments());
    }

    [Fact]
    public void A_second_list_follows_a_marker()
    {
        Assert.Equal(["log", "a", "b", "--", "-x", "y"], new GitLike.Log { Revisions = ["a", "b"], Paths = ["-x", "y"] }.ToArguments());
        Assert.Equal(["log", "a"], new GitLike.Log { Revisions = ["a"] }.ToArguments());
        Assert.Equal("Revisions", Assert.Throws<ArgumentException>(() => new GitLike.Log { Revisions = ["-x"] }.ToArguments()).ParamName);
    }

    [Fact]
    public void A_group_may_be_alone_and_after_the_arguments()
    {
        Assert.Equal(["-i", "a", "--last", "f", "-i", "b"], new OneGroup { Input = new() { File = "a" }, Last = true, More = [new() { File = "b" }], File = "f" }.ToArguments());
        Assert.Empty(new OneGroup().ToArguments());
    }
}
