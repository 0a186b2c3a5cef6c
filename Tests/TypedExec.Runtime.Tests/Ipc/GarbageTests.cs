using TypedExec.IO;
using TypedExec.Ipc;

namespace TypedExec.Tests.Ipc;

/// <summary>
/// A peer that violates the protocol raises <see cref="ChildProcess.Error"/>, and the channel continues if possible.
/// </summary>
public sealed class GarbageTests
{
    [Fact]
    public async Task An_invalid_JSON_line_raises_Error_with_its_text_and_the_channel_stays_open()
    {
        // Handlers are added first, because each missed event is delivered when its handler is added.
        var child = Peers.SpawnScript("""read -r go <&3; printf '1\ngarbage {\n\n{"a":2}\r\n' >&3""");
        var events = child.EventsAsync();
        child.Send("go");

        Assert.Equal(
            ["spawn", "message 1", "error A message isn't valid JSON: garbage {", "message {\"a\":2}", "disconnect False", "exit 0 null", "close 0 null"],
            await events);
    }

    [Fact]
    public async Task An_incomplete_last_line_is_not_a_message()
    {
        var child = Peers.SpawnScript("""printf '1\n2' >&3""");

        Assert.Equal(["spawn", "message 1", "disconnect False", "exit 0 null", "close 0 null"], await child.EventsAsync());
    }

    [Fact]
    public async Task A_line_may_arrive_in_pieces()
    {
        var child = Peers.SpawnScript("""printf '{"a' >&3; sleep 0.05; printf '":"\305' >&3; sleep 0.05; printf '\274"}\n' >&3""");

        Assert.Contains("message {\"a\":\"ż\"}", await child.EventsAsync());
    }

    [Theory]
    [InlineData("NODE_HANDLE", false)]
    [InlineData("NODE_", false)]
    [InlineData("node_x", true)]
    [InlineData("NODE", true)]
    public async Task Internal_messages_are_hidden(string cmd, bool isShown)
    {
        var child = Peers.SpawnScript($"printf '{{\"cmd\":\"{cmd}\"}}\n' >&3");

        Assert.Equal(isShown, (await child.EventsAsync()).Contains($"message {{\"cmd\":\"{cmd}\"}}"));
    }

    [Theory]
    [InlineData(@"{""cmd"":""\\ud800""}")]
    [InlineData(@"{""cmd"":""\377""}")]
    public async Task Invalid_Unicode_does_not_end_the_channel(string line)
    {
        var child = Peers.SpawnScript($"printf '{line}\n2\n' >&3");

        Assert.Equal("message 2", (await child.EventsAsync())[2]);
    }

    [Fact]
    public async Task A_line_that_is_nested_too_deeply_raises_Error()
    {
        var child = Peers.SpawnScript("""read -r go <&3; printf '%05000d\n1\n' 0 | tr 0 '[' >&3""");
        // As above: a missed Error would come after the message, whose handler is added first.
        var all = child.EventsAsync();
        child.Send("go");

        var events = await all;

        Assert.StartsWith("error A message isn't valid JSON: [[[[", events[1]);
        Assert.Equal("message 1", events[2]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("2")]
    public async Task A_line_longer_than_the_limit_raises_Error_once_and_is_skipped(string end)
    {
        var input = new ScriptedEnd([.. Enumerable.Repeat(new string('x', 1000), 100), end + "\n1\n"]);
        var frames = new FrameReader(input, new JsonLinesCodec(), maxFrame: 10_000);

        var taken = await TakeAllAsync(frames);

        Assert.Equal(["A message is longer than 10000 bytes; it is skipped.", "1"], taken);
        Assert.InRange(input.LongestBuffer, 1, 64 * 1024);
    }

    [Fact]
    public async Task A_line_at_the_limit_is_a_message()
    {
        var line = $"\"{new string('x', 9_997)}\"";
        var frames = new FrameReader(new ScriptedEnd([line, "\n"]), new JsonLinesCodec(), maxFrame: 10_000);

        Assert.Equal([line], await TakeAllAsync(frames));
    }

    [Fact]
    public async Task A_length_beyond_the_limit_ends_the_channel_in_advanced_mode()
    {
        var child = Peers.SpawnScript(
            "printf '\\377\\377\\377\\377' >&3; exec sleep 1000", Serialization.Advanced);
        var disconnected = new TaskCompletionSource();
        Exception? error = null;
        child.Error += (_, e) => error = e.Exception;
        child.Disconnected += (_, _) => disconnected.SetResult();

        await disconnected.Task.Soon();

        Assert.Contains("4294967295 bytes", error?.Message);
        await child.DisposeAsync();
    }

    [Fact]
    public async Task An_invalid_payload_raises_Error_and_the_channel_stays_open_in_advanced_mode()
    {
        var child = Peers.SpawnScript(
            "head -c 1 <&3 >/dev/null; printf '\\000\\000\\000\\003abc\\000\\000\\000\\003\\377\\017T' >&3", Serialization.Advanced);
        // All handlers exist before the child writes, because missed events are delivered when their handler is added.
        var all = child.EventsAsync();
        child.Send("go");

        var events = await all;

        Assert.Equal("error A message doesn't start with V8's version.", events[1]);
        Assert.Equal("message true", events[2]);
    }

    [Theory]
    [InlineData(Serialization.Json, """printf '\001\n1\n' >&3""")]
    [InlineData(Serialization.Advanced, """printf '\000\000\000\003abc\000\000\000\003\377\017T' >&3""")]
    public async Task Late_handlers_receive_missed_messages_in_the_order_they_are_added(Serialization serialization, string script)
    {
        await using var child = Peers.SpawnScript(script, serialization);
        // The child has exited, and everything that it sent has been received.
        await child.WaitForCloseAsync().Soon();
        var log = new List<string>();
        child.Error += (_, _) => log.Add("error");
        child.Message += (_, _) => log.Add("message");
        child.Closed += (_, _) => log.Add("close");

        await child.WaitForCloseAsync().Soon();

        Assert.Equal(["error", "message", "close"], log);
    }

    private static async Task<string[]> TakeAllAsync(FrameReader frames)
    {
        var taken = new List<string>();
        while (await frames.ReadAsync())
        {
            while (frames.TryTake(out var message, out var error))
            {
                taken.Add(error?.Message ?? message.ToJson().GetRawText());
            }
        }

        return [.. taken];
    }

    /// <summary>Returns texts, one per read.</summary>
    private sealed class ScriptedEnd(string[] pieces) : ReadPipe
    {
        private int _next;

        public int LongestBuffer { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
        {
            LongestBuffer = Math.Max(LongestBuffer, buffer.Length);
            return new(_next == pieces.Length ? 0 : System.Text.Encoding.UTF8.GetBytes(pieces[_next++], buffer.Span));
        }

        public override int Read(Span<byte> buffer) => throw new NotSupportedException();

        public override void CollectTo(IByteSink sink) => throw new NotSupportedException();

        public override bool StopCollecting() => true;

        public override void CloseWhenEmpty() => throw new NotSupportedException();

        public override void CloseKeepingRest() => throw new NotSupportedException();

        public override void Close() => throw new NotSupportedException();
    }
}
