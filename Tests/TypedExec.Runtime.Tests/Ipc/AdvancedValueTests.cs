using System.Numerics;

namespace TypedExec.Tests.Ipc;

/// <summary>Node in advanced mode, which evaluates an expression about a value and sends the result.</summary>
public sealed class EvaluatingNode : IAsyncLifetime
{
    private ChildProcess? _child;
    private TaskCompletionSource<object?> _answer = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Returns the result of an expression in which <c>value</c> is the value that was sent.</summary>
    public async Task<object?> EvaluateAsync(string expression, object? value = null)
    {
        _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _child ??= Start();
        _child.SendObject(new Dictionary<string, object?> { ["value"] = value, ["expression"] = expression });
        return await _answer.Task.Soon();
    }

    public ValueTask DisposeAsync() => _child?.DisposeAsync() ?? ValueTask.CompletedTask;

    private ChildProcess Start()
    {
        var child = Peers.SpawnNode(
            "const util = require('util'); process.on('message', ({ value, expression }) => process.send([eval(expression)]));",
            Serialization.Advanced);
        child.Message += (_, e) => _answer.TrySetResult(((List<object?>)e.Object!)[0]);
        child.Error += (_, e) => _answer.TrySetException(e.Exception);
        return child;
    }
}

/// <summary>The mapping of advanced mode, both ways against Node itself.</summary>
public sealed class AdvancedValueTests(EvaluatingNode node) : IClassFixture<EvaluatingNode>
{
    /// <summary>Gets JavaScript and the corresponding .NET value.</summary>
    public static TheoryData<string, object?> Mapping { get; } = new()
    {
        { "undefined", Undefined.Value },
        { "null", null },
        { "true", true },
        { "false", false },
        { "0", 0 },
        { "-1", -1 },
        { "1073741824", 1073741824 },
        { "0.5", 0.5 },
        { "-0", -0.0 },
        { "NaN", double.NaN },
        { "Infinity", double.PositiveInfinity },
        { "-Infinity", double.NegativeInfinity },
        { "2 ** 31", 2147483648.0 },
        { "Number.MAX_SAFE_INTEGER", 9007199254740991.0 },
        { "0n", BigInteger.Zero },
        { "1n", BigInteger.One },
        { "-1n", BigInteger.MinusOne },
        { "2n ** 64n - 1n", BigInteger.Pow(2, 64) - 1 },
        { "2n ** 64n", BigInteger.Pow(2, 64) },
        { "-(2n ** 63n)", -BigInteger.Pow(2, 63) },
        { "-(7n ** 5000n)", -BigInteger.Pow(7, 5000) },
        { "''", "" },
        { "'text'", "text" },
        { "'\\xff\\0'", "\u00ff\0" },
        { "'żółw 🐢'", "żółw 🐢" },
        { "'\\ud83d\\ude00'", "😀" },
        { "'漢'.repeat(100)", new string('漢', 100) },
        { "new Date(0)", DateTimeOffset.UnixEpoch },
        { "new Date(1234567890123)", DateTimeOffset.FromUnixTimeMilliseconds(1234567890123) },
        { "new Date(-62135596800000)", DateTimeOffset.MinValue },
        { "[]", new List<object?>() },
        { "[1, 'a', null, [undefined]]", new List<object?> { 1, "a", null, new List<object?> { Undefined.Value } } },
        { "({})", new Dictionary<string, object?>() },
        { "({ a: 1, 'żółw': { b: [] }, c: undefined })", new Dictionary<string, object?> { ["a"] = 1, ["żółw"] = new Dictionary<string, object?> { ["b"] = new List<object?>() }, ["c"] = Undefined.Value } },
        { "new Map()", new Dictionary<object, object?>() },
        { "new Map([[1, 'one'], ['1', null], [true, new Map([[2n, 3]])]])", new Dictionary<object, object?> { [1] = "one", ["1"] = null, [true] = new Dictionary<object, object?> { [new BigInteger(2)] = 3 } } },
        { "new Set()", new HashSet<object?>() },
        { "new Set([1, 'a', null, undefined])", new HashSet<object?> { 1, "a", null, Undefined.Value } },
        { "new Uint8Array([0, 255])", new byte[] { 0, 255 } },
        { "new Int8Array([-128, 127])", new sbyte[] { -128, 127 } },
        { "new Int16Array([-32768])", new short[] { -32768 } },
        { "new Uint16Array([65535])", new ushort[] { 65535 } },
        { "new Int32Array([-2147483648])", new[] { -2147483648 } },
        { "new Uint32Array([4294967295])", new[] { 4294967295u } },
        { "new Float32Array([0.5, Infinity])", new[] { 0.5f, float.PositiveInfinity } },
        { "new Float64Array([0.1, -0])", new[] { 0.1, -0.0 } },
        { "new BigInt64Array([-(2n ** 63n)])", new[] { long.MinValue } },
        { "new BigUint64Array([2n ** 64n - 1n])", new[] { ulong.MaxValue } },
    };

    [Theory]
    [MemberData(nameof(Mapping), DisableDiscoveryEnumeration = true)]
    public async Task A_value_of_Node_arrives_as_its_counterpart(string script, object? value)
        => Assert.Equal(Shown(value), Shown(await node.EvaluateAsync($"({script})")));

    [Theory]
    [MemberData(nameof(Mapping), DisableDiscoveryEnumeration = true)]
    public async Task A_value_of_NET_arrives_in_Node_as_its_counterpart(string script, object? value)
        => Assert.Equal(true, await node.EvaluateAsync($"util.isDeepStrictEqual(value, ({script})) || util.inspect(value)", value));

    [Theory]
    [InlineData("Buffer.from([1, 2])")]
    [InlineData("new Uint8ClampedArray([1, 2])")]
    [InlineData("new DataView(new Uint8Array([1, 2]).buffer)")]
    [InlineData("new Uint8Array([1, 2]).buffer")]
    public async Task Every_binary_value_arrives_as_bytes(string script)
        => Assert.Equal(new byte[] { 1, 2 }, await node.EvaluateAsync(script));

    [Theory]
    [InlineData("new Number(0.5)", 0.5)]
    [InlineData("new String('ż')", "ż")]
    [InlineData("new Boolean(true)", true)]
    public async Task A_boxed_primitive_arrives_as_the_primitive(string script, object value)
        => Assert.Equal(value, await node.EvaluateAsync(script));

    [Theory]
    [InlineData("[1, , 3]", "[1, undefined, 3]")]
    [InlineData("(() => { const a = []; a[5] = 1; a.name = 'x'; return a; })()", "[undefined, undefined, undefined, undefined, undefined, 1]")]
    [InlineData("new Array(3)", "[undefined, undefined, undefined]")]
    [InlineData("Object.assign([1, 2], { name: 'x' })", "[1, 2]")]
    public async Task A_hole_of_an_array_arrives_as_undefined(string script, string items)
        => Assert.Equal(items, Shown(await node.EvaluateAsync(script)));

    [Fact]
    public async Task An_error_arrives_as_an_object_with_its_name_message_and_stack()
    {
        var error = Assert.IsType<Dictionary<string, object?>>(await node.EvaluateAsync("new RangeError('out of it')"));

        Assert.Equal("RangeError", error["name"]);
        Assert.Equal("out of it", error["message"]);
        Assert.StartsWith("RangeError: out of it\n", Assert.IsType<string>(error["stack"]));
    }

    [Fact]
    public async Task A_cycle_arrives_as_a_cycle()
    {
        var value = Assert.IsType<Dictionary<string, object?>>(await node.EvaluateAsync("(() => { const o = { list: [] }; o.list.push(o, o.list); return o; })()"));

        var list = Assert.IsType<List<object?>>(value["list"]);
        Assert.Same(value, list[0]);
        Assert.Same(list, list[1]);
    }

    [Theory]
    [InlineData("(() => { const x = {}; return [x, x]; })()")]
    [InlineData("(() => { const x = new Uint8Array(2); return [x, x]; })()")]
    [InlineData("(() => { const x = new Map(); return [[new Date(0), new Number(1), new Error('e')], x, x].slice(1); })()")]
    public async Task A_value_referenced_twice_arrives_as_one_object(string script)
    {
        var list = Assert.IsType<List<object?>>(await node.EvaluateAsync(script));

        Assert.Same(list[0], list[1]);
    }

    [Fact]
    public async Task A_NET_cycle_arrives_in_Node_as_a_cycle()
    {
        var list = new List<object?> { DateTimeOffset.UnixEpoch, new byte[] { 1 }, new Dictionary<object, object?>() };
        list.Add(list);
        list.Add(list[1]);
        list.Add(list[2]);

        Assert.Equal(true, await node.EvaluateAsync("value[3] === value && value[4] === value[1] && value[5] === value[2]", list));
    }

    [Theory]
    [InlineData("new Date(NaN)")]
    [InlineData("new Date(8.64e15)")]
    [InlineData("new Map([[null, 1]])")]
    [InlineData("/regular/")]
    public async Task A_value_without_a_counterpart_raises_Error_and_the_channel_stays_open(string script)
    {
        await Assert.ThrowsAsync<FormatException>(() => node.EvaluateAsync(script));

        Assert.Equal(1, await node.EvaluateAsync("1"));
    }

    [Fact]
    public async Task A_value_that_Node_cannot_read_is_rejected()
    {
        await using var child = Programs.SpawnScript("exec sleep 1000", Peers.WithChannel with { Serialization = Serialization.Advanced });

        Assert.Throws<ArgumentException>(() => child.SendObject(Guid.Empty));
        Assert.True(child.SendObject(1));
    }

    /// <summary>Returns a value as text with its type, so that equal values have equal texts.</summary>
    private static string Shown(object? value) => value switch
    {
        null => "null",
        Undefined => "undefined",
        string text => $"'{string.Join(',', text.Select(character => (int)character))}'",
        double number => double.IsNegative(number) && number == 0 ? "-0.0" : $"{number:R}d",
        float number => $"{number:R}f",
        int number => $"{number}",
        Dictionary<string, object?> properties => $"{{{string.Join(", ", properties.Select(p => $"{p.Key}: {Shown(p.Value)}"))}}}",
        Dictionary<object, object?> map => $"Map({string.Join(", ", map.Select(p => $"{Shown(p.Key)} => {Shown(p.Value)}"))})",
        HashSet<object?> set => $"Set({string.Join(", ", set.Select(Shown))})",
        List<object?> list => $"[{string.Join(", ", list.Select(Shown))}]",
        Array array => $"{array.GetType().Name}({string.Join(", ", array.Cast<object?>().Select(Shown))})",
        DateTimeOffset date => date.ToString("O"),
        _ => $"{value} {value.GetType().Name}",
    };
}
