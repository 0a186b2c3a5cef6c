using System.Collections.Concurrent;
using Xunit;

namespace TypedExec.Generator.Tests.Running;

/// <summary>The option builder.</summary>
public sealed class BuilderTests
{
    [Fact]
    public void A_builder_and_an_initializer_give_the_same_command()
        => Assert.Equal(
            new Git.Commit { Message = "x", Amend = true, Paths = ["a", "b"] }.ToArguments(),
            Git.Commit.CreateBuilder().Message("x").Amend().Paths("a", "b").Build().ToArguments());

    [Fact]
    public void An_unset_option_keeps_the_classs_default()
        => Assert.Equal(new Defaults().ToArguments(), Defaults.CreateBuilder().Build().ToArguments());

    [Fact]
    public void An_option_set_to_null_is_null()
        => Assert.Null(Defaults.CreateBuilder().Name(null).Sign(null).Build().Name);

    [Fact]
    public void A_list_is_appended_to()
        => Assert.Equal(["first", "a", "b", "c"], Defaults.CreateBuilder().Items("a").Items(new List<string> { "b", "c" }).Build().Items);

    [Fact]
    public void A_dictionary_takes_one_more_key()
        => Assert.Equal(
            new Dictionary<string, string> { ["a"] = "2", ["b"] = "3" },
            Defaults.CreateBuilder().Defines("b", "3").Defines("a", "2").Build().Defines);

    [Fact]
    public void A_list_of_pairs_takes_one_more_pair()
        => Assert.Equal([new("a", "1"), new("a", "2")], Defaults.CreateBuilder().Pairs("a", "1").Pairs("a", "2").Build().Pairs);

    [Fact]
    public void An_immutable_array_grows_from_nothing()
        => Assert.Equal([1, 2], Defaults.CreateBuilder().Array(1).Array(2).Build().Array);

    [Fact]
    public void A_collection_of_another_type_is_replaced()
        => Assert.Equal(["b"], Defaults.CreateBuilder().Set(new HashSet<string> { "a" }).Set(new HashSet<string> { "b" }).Build().Set!);

    [Fact]
    public void A_flag_can_be_taken_back()
        => Assert.Equal(["--no-sign"], Flags.CreateBuilder().Flag().Flag(false).Sign(false).Build().ToArguments());

    [Fact]
    public void A_missing_option_is_named()
    {
        var builder = Git.Remote.Add.CreateBuilder();
        Assert.Contains("Name, Url", Assert.Throws<InvalidOperationException>(() => builder.Build()).Message, StringComparison.Ordinal);
        builder.Name("origin");
        var message = Assert.Throws<InvalidOperationException>(() => builder.Build()).Message;
        Assert.Contains("Url", message, StringComparison.Ordinal);
        Assert.DoesNotContain("Name,", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_method_also_reports_missing_options()
        => Assert.Throws<InvalidOperationException>(() => Git.Commit.CreateBuilder().Spawn());

    [Fact]
    public void A_parent_can_be_built_in()
        => Assert.Equal(
            ["-C", "dir", "commit", "-m", "x"],
            Git.Commit.CreateBuilder().Message("x").Parent(Git.CreateBuilder().Directory("dir").Build()).Build().ToArguments());

    [Fact]
    public void An_instance_does_not_change_when_its_builder_is_used_again()
    {
        var builder = Git.Commit.CreateBuilder().Message("first").Paths("a");
        var first = builder.Build();
        var second = builder.Message("second").Paths("b").Build();
        Assert.Equal(["commit", "-m", "first", "--", "a"], first.ToArguments());
        Assert.Equal(["commit", "-m", "second", "--", "a", "b"], second.ToArguments());
    }

    [Fact]
    public void An_instance_may_be_shared_between_threads()
    {
        var command = Git.Commit.CreateBuilder().Message("x").Paths("a", "b").Build();
        var expected = command.ToArguments();
        var seen = new ConcurrentBag<IReadOnlyList<string>>();
        Parallel.For(0, 1_000, _ => seen.Add(command.ToArguments()));
        Assert.All(seen, arguments => Assert.Equal(expected, arguments));
    }
}
