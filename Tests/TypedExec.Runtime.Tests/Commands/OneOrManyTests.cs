using TypedExec.Generated;

namespace TypedExec.Tests.Commands;

/// <summary>One value or several, of an option that may be repeated or not.</summary>
public sealed class OneOrManyTests
{
    [Fact]
    public void One_value_converts_to_it()
    {
        OneOrMany<string> header = "a: 1";
        OneOrMany<long> retry = 3;
        Assert.Equal(["a: 1"], header);
        Assert.Equal([3L], retry);
        Assert.Equal("a: 1", header[0]);
    }

    [Fact]
    public void A_collection_expression_creates_it()
    {
        string[] more = ["b", "c"];
        OneOrMany<string> header = ["a", .. more];
        Assert.Equal(["a", "b", "c"], header);
        Assert.Equal(3, header.Count);
        Assert.Equal("a, b, c", header.ToString());
    }

    [Fact]
    public void Nothing_is_the_default()
    {
        OneOrMany<string> header = null;
        OneOrMany<string> none = [];
        Assert.Equal(default, header);
        Assert.Equal(default, none);
        Assert.Empty(header);
        Assert.Equal("", header.ToString());
        Assert.Throws<IndexOutOfRangeException>(() => none[0]);
    }

    [Fact]
    public void A_nullable_number_converts_by_name()
    {
        int? level = null;
        Assert.Empty(OneOrMany.FromNullable(level));
        level = 3;
        Assert.Equal([3], OneOrMany.FromNullable(level));
    }

    [Fact]
    public void An_interface_converts_by_name()
    {
        IReadOnlyList<string> list = ["a"];
        Assert.Same(list, Assert.Single(OneOrMany<IReadOnlyList<string>>.FromValue(list)));
    }

    [Fact]
    public void It_equals_another_with_the_same_values_in_order()
    {
        OneOrMany<string> ab = ["a", "b"];
        OneOrMany<string> same = ["a", "b"];
        OneOrMany<string> ba = ["b", "a"];
        Assert.True(ab == same);
        Assert.True(ab != ba);
        Assert.True(ab.Equals((object)same));
        Assert.False(ab.Equals("a, b"));
        Assert.Equal(ab.GetHashCode(), same.GetHashCode());
        Assert.Equal(new Holder(ab), new Holder(same));
        Assert.True(new Holder("a").Values == "a");
    }

    [Fact]
    public void Changing_the_source_array_does_not_change_it()
    {
        string[] values = ["a", "b"];
        OneOrMany<string> copy = [.. values];
        values[0] = "x";
        Assert.Equal(["a", "b"], copy);
    }

    [Fact]
    public void Appending_leaves_the_first_as_it_was()
    {
        OneOrMany<string> first = "a";
        Assert.Equal(["a", "b", "c"], BuilderParts.Append(first, ["b", "c"]));
        Assert.Equal(["a"], first);
        Assert.Equal(["a"], BuilderParts.Append(first, default));
        Assert.Equal(["a"], BuilderParts.Append(default, first));
    }

    [Fact]
    public void An_option_is_repeated_for_each()
    {
        var arguments = new CommandArguments();
        OneOrMany<string> headers = ["a", "b"];
        OneOrMany<int> levels = [1, 2];
        arguments.AddOptions("Header", "-H", headers);
        arguments.AddOptions("Level", "--level", levels, static level => CommandArguments.Format(level), separator: "=");
        arguments.AddOptions("Tags", "--tags", headers, join: ",");
        arguments.AddOptions("None", "--none", default(OneOrMany<string>), join: ",");
        Assert.Equal(["-H", "a", "-H", "b", "--level=1", "--level=2", "--tags", "a,b"], arguments);
    }

    [Fact]
    public void An_unset_one_allocates_nothing()
    {
        var arguments = new CommandArguments();
        arguments.AddOptions("Header", "-H", default(OneOrMany<string>));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            arguments.AddOptions("Header", "-H", default(OneOrMany<string>));
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private sealed record Holder(OneOrMany<string> Values);
}
