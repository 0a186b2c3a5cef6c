using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Collections.Specialized;

namespace TypedExec.Tests.Ipc;

/// <summary>A .NET container's JavaScript counterpart depends on its type, empty or not; and numbers keep their value.</summary>
public sealed class ShapeTests(EvaluatingNode node) : IClassFixture<EvaluatingNode>
{
    public static TheoryData<object, string> Values { get; } = new()
    {
        { new Dictionary<string, string>(), "({})" },
        { new Dictionary<string, string> { ["a"] = "b" }, "({ a: 'b' })" },
        { new SortedDictionary<string, int> { ["a"] = 1 }, "({ a: 1 })" },
        { new ConcurrentDictionary<string, bool> { ["a"] = true }, "({ a: true })" },
        { new Dictionary<string, int> { ["a"] = 1 }.ToFrozenDictionary(), "({ a: 1 })" },
        { ImmutableDictionary<string, int>.Empty.Add("a", 1), "({ a: 1 })" },
        { new ReadOnlyDictionary<string, int>(new Dictionary<string, int> { ["a"] = 1 }), "({ a: 1 })" },
        { new System.Dynamic.ExpandoObject(), "({})" },
        { new Dictionary<int, string> { [1] = "b" }, "new Map([[1, 'b']])" },
        { new Hashtable(), "new Map()" },
        { new HashSet<string>(), "new Set()" },
        { new HashSet<string> { "a" }, "new Set(['a'])" },
        { new SortedSet<int> { 2, 1 }, "new Set([1, 2])" },
        { ImmutableHashSet.Create(1), "new Set([1])" },
        { new[] { 1 }.ToFrozenSet(), "new Set([1])" },
        { new List<string>(), "[]" },
        { new[] { "a" }, "['a']" },
        { new Queue<int>([1, 2]), "[1, 2]" },
        { ImmutableArray.Create("a"), "['a']" },
        { Enumerable.Range(1, 3).Where(number => number > 1), "[2, 3]" },
        { 'a', "'a'" },
        { 9007199254740991L, "9007199254740991" },
        { 9007199254740992L, "9007199254740992n" },
        { long.MaxValue, "9223372036854775807n" },
        { long.MinValue, "-9223372036854775808n" },
        { ulong.MaxValue, "18446744073709551615n" },
        { uint.MaxValue, "4294967295" },
        { 0.1m, "0.1" },
        { 1.5f, "1.5" },
    };

    public static TheoryData<object> Unsendable { get; } =
    [
        new NameValueCollection { ["a"] = "b" },
        new TheoryDataRow<object>("ab".GroupBy(character => character).First()),
        new TheoryDataRow<object>("ab".ToLookup(character => character)),
        0.1234567890123456789m,
        Guid.Empty,
        new Version(1, 0),
        TimeSpan.Zero,
        DayOfWeek.Monday,
        new Memory<int>([1]),
        new KeyValuePair<string, int>("a", 1),
    ];

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public async Task A_NET_value_arrives_in_Node_with_its_structure(object value, string script)
        => Assert.Equal(true, await node.EvaluateAsync($"util.isDeepStrictEqual(value, {script}) || util.inspect(value)", value));

    [Theory]
    [MemberData(nameof(Unsendable), DisableDiscoveryEnumeration = true)]
    public async Task A_value_that_would_lose_information_is_rejected(object value)
    {
        await using var child = Programs.SpawnScript("exec sleep 1000", Peers.WithChannel with { Serialization = Serialization.Advanced });

        Assert.Throws<ArgumentException>(() => child.SendObject(value));
        Assert.Throws<ArgumentException>(() => child.SendObject(new List<object?> { 1, value }));
        Assert.True(child.SendObject(1));
    }

    [Fact]
    public async Task Whole_numbers_are_int_even_next_to_fractions()
    {
        var items = Assert.IsType<List<object?>>(await node.EvaluateAsync("[1, 2, 2.5, -0, 2147483647, 2147483648]"));

        Assert.Equal([1, 2, 2.5, -0.0, int.MaxValue, 2147483648.0], items);
        Assert.IsType<int>(items[0]);
        Assert.IsType<double>(items[3]);
        Assert.Equal(3, await node.EvaluateAsync("new Number(3)"));
        Assert.Equal([7], Assert.IsType<Dictionary<object, object?>>(await node.EvaluateAsync("new Map([[7.5 - 0.5, 1]])")).Keys);
    }

    [Fact]
    public async Task Map_keys_are_found_by_value()
    {
        var map = Assert.IsType<Dictionary<object, object?>>(await node.EvaluateAsync("new Map([[1, 'one'], ['1', 'text'], [2.5, 'half'], [3n, 'big'], [NaN, 'none'], [true, 'yes']])"));

        Assert.Equal("one", map[1]);
        Assert.Equal("one", map[1.0]);
        Assert.Equal("text", map["1"]);
        Assert.Equal("half", map[2.5]);
        Assert.Equal("big", map[new System.Numerics.BigInteger(3)]);
        Assert.Equal("none", map[double.NaN]);
        Assert.Equal("yes", map[true]);
        Assert.False(map.ContainsKey(3));
    }

    [Theory]
    [InlineData("dotnet")]
    [InlineData("node")]
    public async Task In_JSON_mode_dictionaries_are_objects_and_sets_are_arrays(string peer)
    {
        await using var child = Peers.ForkEcho(peer);

        child.SendObject(new Dictionary<string, string>());
        child.SendObject(new Dictionary<string, int> { ["a"] = 1 });
        child.SendObject(new HashSet<int> { 1 });
        child.SendObject(0.5m);

        Assert.Equal(["{}", """{"a":1}""", "[1]", "0.5"], (await child.TakeAsync(4).Soon()).Select(message => message.GetRawText()));
        var cycle = new List<object?>();
        cycle.Add(cycle);
        Assert.Throws<ArgumentException>(() => child.SendObject(cycle));
    }

    [Fact]
    public async Task A_user_defined_enumerable_can_be_sent()
    {
        await using var child = Peers.ForkEcho("dotnet", new ForkOptions { Serialization = Serialization.Advanced });
        var inner = new ManualResetEventSlim();

        IEnumerable<int> Numbers()
        {
            // If this held a lock of the channel, the other thread would wait for it.
            var sending = Task.Run(() => child.SendObject("inner"));
            Assert.True(sending.Wait(TimeSpan.FromSeconds(20)));
            inner.Set();
            yield return 1;
        }

        child.SendObject(Numbers());

        Assert.True(inner.IsSet);
        Assert.Equal(["\"inner\"", "[1]"], (await child.TakeAsync(2).Soon()).Select(message => message.GetRawText()));
    }
}
