using System.Diagnostics;
using System.Text;
using TypedExec.Ipc;
using TypedExec.Ipc.V8;

namespace TypedExec.Tests.Ipc;

/// <summary>
/// Messages that are designed to cost more than they seem to: each is a value or one <c>Error</c>, in bounded time and memory.
/// </summary>
public sealed class HostileMessageTests
{
    /// <summary>
    /// More than the largest budget of a small message, decoded and as JSON together, including temporary data.
    /// </summary>
    private const long MaxAllocated = 600L * 1024 * 1024;

    /// <summary>Far more than any of them takes; the attacks took minutes.</summary>
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Names => [.. Payloads.Keys];

    private static Dictionary<string, Func<byte[]>> Payloads { get; } = new()
    {
        ["an array of two of the one before, 20 times"] = () => Doubling(20),
        ["an array of two of the one before, 30 times"] = () => Doubling(30),
        ["an array of two of the one before, 500 times"] = () => Doubling(500),
        ["properties whose key refers to a long big integer"] = () => Object(
            [(byte)'z', .. Varint(20_000 << 1), .. Enumerable.Repeat((byte)0xFF, 20_000)], 10_000, [(byte)'^', 1, (byte)'T']),
        ["properties whose key refers to a text of 1 MB"] = () => Object(
            [(byte)'s', (byte)'"', .. Varint(1_000_000), .. Enumerable.Repeat((byte)'a', 1_000_000)], 50_000, [(byte)'^', 1, (byte)'T']),
        ["a set of references to a text of 1 MB"] = () => [.. Head, (byte)'A', 2, (byte)'s', (byte)'"', .. Varint(1_000_000), .. Enumerable.Repeat((byte)'a', 1_000_000),
            (byte)'\'', .. Enumerable.Repeat<byte[]>([(byte)'^', 1], 100_000).SelectMany(bytes => bytes), (byte)',', .. Varint(100_000), (byte)'$', 0, 2],
        ["a map of doubles of one hash code"] = () => Colliding(100_000),
        ["four million holes, five hundred times"] = () => [.. Head, (byte)'A', .. Varint(501), (byte)'a', .. Varint(4_194_304), (byte)'@', 0, .. Varint(4_194_304),
            .. Enumerable.Repeat<byte[]>([(byte)'^', 1], 500).SelectMany(bytes => bytes), (byte)'$', 0, .. Varint(501)],
        ["a big integer of a megabyte"] = () => [.. Head, (byte)'Z', .. Varint(2_000_000), .. Enumerable.Repeat((byte)0x7F, 1_000_000)],
        ["a big integer of 16 KB, a thousand times"] = () => [.. Head, (byte)'A', .. Varint(1001), (byte)'z', .. Varint(32_000), .. Enumerable.Repeat((byte)0x7F, 16_000),
            .. Enumerable.Repeat<byte[]>([(byte)'^', 1], 1000).SelectMany(bytes => bytes), (byte)'$', 0, .. Varint(1001)],
        ["a million empty objects"] = () => [.. Head, (byte)'A', .. Varint(1_000_000), .. Enumerable.Repeat<byte[]>([(byte)'o', (byte)'{', 0], 1_000_000).SelectMany(bytes => bytes), (byte)'$', 0, .. Varint(1_000_000)],
        ["a chain of references a hundred thousand deep"] = () => Chain(100_000),
        ["a cycle with two ways on at each step"] = () => [.. Head, (byte)'A', 2, (byte)'^', 0, (byte)'^', 0, (byte)'$', 0, 2],
    };

    private static byte[] Head => [0xFF, 15];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_message_is_a_value_or_a_format_error_within_its_budget(string name)
    {
        var payload = Payloads[name]();
        var clock = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Read(payload);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxAllocated);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, MaxTime);
    }

    [Fact]
    public async Task An_object_that_refers_to_itself_is_one_Error_when_handlers_ask_for_its_JSON()
    {
        var child = Peers.SpawnNode("process.once('message', () => { const o = {}; o.o = o; process.send(o); process.send(1); process.disconnect(); })", Serialization.Advanced);
        // Two handlers that both request it.
        child.Message += (_, e) => _ = e.Value.GetRawText();
        var events = child.EventsAsync();
        child.SendObject("go");

        Assert.Equal(
            ["spawn", "error A message refers to itself or is nested more than 512 levels deep, which JSON can't express.", "message 1", "disconnect False", "exit 0 null", "close 0 null"],
            await events);
    }

    [Fact]
    public async Task An_object_that_refers_to_itself_is_still_a_value()
    {
        var child = Peers.SpawnNode("const o = {}; o.o = o; process.send(o)", Serialization.Advanced);
        var received = new TaskCompletionSource<object?>();
        child.Message += (_, e) => received.SetResult(e.Object);

        var value = Assert.IsType<Dictionary<string, object?>>(await received.Task.Soon());

        Assert.Same(value, value["o"]);
    }

    [Fact]
    public async Task A_loop_skips_messages_without_a_JSON_form()
    {
        var child = Peers.SpawnNode("const o = {}; o.o = o; process.send(o); process.send(2)", Serialization.Advanced);
        var errors = new List<Exception>();
        child.Error += (_, e) => errors.Add(e.Exception);

        Assert.Equal(2, (await child.TakeAsync(1).Soon())[0].GetInt32());
        await child.WaitForCloseAsync().Soon();
        Assert.IsAssignableFrom<FormatException>(Assert.Single(errors));
    }

    [Fact]
    public async Task A_Map_300_deep_has_JSON()
    {
        var child = Peers.SpawnNode("let m = new Map(); for (let i = 0; i < 300; i++) m = new Map([[1, m]]); process.send(m)", Serialization.Advanced);

        var received = new TaskCompletionSource<string>();
        child.Message += (_, e) => received.SetResult(e.Value.GetRawText());

        Assert.StartsWith("[[1,[[1,", await received.Task.Soon());
    }

    [Fact]
    public async Task A_mismatched_message_is_an_Error_if_a_handler_does_not_catch_its_exception()
    {
        var child = Peers.SpawnScript("""read -r go <&3; printf '"text"\n2\n' >&3""");
        var numbers = new List<int>();
        child.Message += (_, e) => numbers.Add(e.Get(TestJson.Default.Int32));
        var errors = child.ErrorsAsync();
        child.Send("go");

        Assert.IsType<System.Text.Json.JsonException>(Assert.Single(await errors));
        Assert.Equal([2], numbers);
    }

    [Fact]
    public void Large_messages_without_repetition_are_values()
    {
        var text = new string('\u0001', 10_000_000);
        var numbers = Enumerable.Range(0, 1_000_000).Select(number => (object?)(number / 3.0)).ToList();
        var objects = Enumerable.Range(0, 100_000).Select(number => (object?)new Dictionary<string, object?> { ["id"] = number, ["name"] = $"name {number}" }).ToList();

        foreach (var value in new object?[] { text, numbers, objects, new byte[20_000_000], Enumerable.Repeat<object?>(true, 1_000_000).ToList() })
        {
            var writer = new V8Writer();
            writer.WriteMessage(value);
            Assert.NotNull(Read(writer.Written.ToArray()));
        }
    }

    [Fact]
    [NotOnWindows("that a child waits is read in /proc")]
    public async Task Unread_sparse_arrays_block_the_child()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using var child = Peers.SpawnNode(
            "let n = 0; for (; n < 12; n++) process.send(new Array(4000000)); process.send(n)", Serialization.Advanced);
        await Waiting.UntilAsync(() => Processes.State(child.Pid!.Value) is 'S' or 'Z', "a child that has sent");

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 200L * 1024 * 1024);
        // The last one arrives when the others have been taken.
        var count = 0;
        var last = new TaskCompletionSource<object?>();
        child.Message += (_, e) =>
        {
            if (++count == 13)
            {
                last.SetResult(e.Object);
            }
        };
        Assert.Equal(12, await last.Task.Soon());
    }

    [Fact]
    public void A_JSON_line_that_needs_too_much_memory_is_a_format_error()
    {
        var line = Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat("0", 30_000_000)) + "]");

        // 60 MB of JSON take another 360 MB: within the limit of 512 MB for one, above it for the other.
        Assert.Equal(line.Length, IpcMessage.Parse(line).Length);
        Assert.Throws<FormatException>(() => IpcMessage.Parse([.. line[..^1], (byte)',', .. line[1..]]));
        // Punctuation in a string doesn't count.
        Assert.True(IpcMessage.Parse([(byte)'"', .. Enumerable.Repeat((byte)',', 60_000_000), (byte)'"']).Size < 100_000_000);
    }

    [Theory]
    [InlineData("1e21", "1e+21")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("123456789012345680000", "123456789012345680000")]
    [InlineData("1e-6", "0.000001")]
    [InlineData("1e-7", "1e-7")]
    [InlineData("1.5", "1.5")]
    [InlineData("-1.5e-5", "-0.000015")]
    [InlineData("1234567890123456.5", "1234567890123456.5")]
    [InlineData("-1.5e300", "-1.5e+300")]
    [InlineData("-0", "0")]
    [InlineData("NaN", "NaN")]
    [InlineData("-Infinity", "-Infinity")]
    public async Task A_numeric_property_name_is_written_as_in_JavaScript(string number, string name)
    {
        var child = Peers.SpawnNode($"process.send(String({number}))", Serialization.Advanced);
        Assert.Equal(name, (await child.TakeAsync(1).Soon())[0].GetString());

        var value = double.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(name, PropertyName.From(value));
    }

    private static object? Read(byte[] payload)
    {
        try
        {
            var reader = new V8Reader(payload);
            var message = IpcMessage.FromValue(reader.ReadMessage(), payload.Length, reader.Size);
            return message.ToJson().ValueKind;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Returns an array of nested arrays of two items, the second of which refers to the first.</summary>
    private static byte[] Doubling(int depth)
        => [.. Head, .. Enumerable.Repeat<byte[]>([(byte)'A', 2], depth).SelectMany(bytes => bytes), (byte)'0', (byte)'0', (byte)'$', 0, 2,
            .. Enumerable.Range(1, depth - 1).Reverse().SelectMany(level => (byte[])[(byte)'^', .. Varint((uint)level), (byte)'$', 0, 2])];

    /// <summary>Each array contains the one before it, side by side.</summary>
    private static byte[] Chain(int count)
        => [.. Head, (byte)'A', .. Varint((uint)count + 1), (byte)'A', 0, (byte)'$', 0, 0,
            .. Enumerable.Range(1, count).SelectMany(i => (byte[])[(byte)'A', 1, (byte)'^', .. Varint((uint)i), (byte)'$', 0, 1]), (byte)'$', 0, .. Varint((uint)count + 1)];

    private static byte[] Object(byte[] first, int count, byte[] property)
        => [.. Head, (byte)'A', 2, .. first, (byte)'o', .. Enumerable.Repeat(property, count).SelectMany(bytes => bytes), (byte)'{', .. Varint((uint)count), (byte)'$', 0, 2];

    /// <summary>Doubles whose halves combine to zero in .NET's hash code.</summary>
    private static byte[] Colliding(int count)
        => [.. Head, (byte)';', .. Enumerable.Range(1, count).SelectMany(i => (byte[])[(byte)'N', .. BitConverter.GetBytes(i), .. BitConverter.GetBytes(i), (byte)'T']), (byte)':', .. Varint(2 * (uint)count)];

    private static byte[] Varint(uint value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        return [.. bytes, (byte)value];
    }
}
