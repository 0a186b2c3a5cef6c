namespace TypedExec.Tests.Ipc;

/// <summary>Node forks .NET.</summary>
public sealed class NodeParentTests
{
    private static readonly string Fork = $"require('child_process').fork('ipc-echo', [], {{ execPath: '{OwnProcess.FileInScript}', execArgv: [] }})";
    private static readonly string Spawn = $"spawn('{OwnProcess.FileInScript}', ['ipc-echo'], {{ stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }})";

    [Theory]
    [InlineData("fork")]
    [InlineData("spawn")]
    public async Task Every_JSON_type_is_echoed(string how)
    {
        var values = "[" + string.Join(',', JsonValues.All.Select(value => value.GetRawText())) + "]";

        var echoed = await NodeScript.RunAsync($$"""
            const assert = require('assert');
            const values = {{values}};
            const child = {{(how == "fork" ? Fork : Spawn)}};
            const back = [];
            child.on('message', m => {
              back.push(m);
              if (back.length === values.length) { assert.deepStrictEqual(back, values); child.disconnect(); print(back.length); }
            });
            for (const value of values) child.send(value);
            """);

        Assert.Equal(JsonValues.All.Count, echoed.GetInt32());
    }

    /// <summary>Node alone takes more than a millisecond for a message there and back under Wine.</summary>
    private static readonly int Many = OperatingSystem.IsWindows() ? 2_000 : 100_000;

    [Fact]
    public async Task Ten_MB_and_a_hundred_thousand_messages_are_echoed()
    {
        var echoed = await NodeScript.RunAsync($$"""
            const child = {{Fork}};
            const big = 'żółw 🐢'.repeat(1000000);
            let next = 0;
            child.on('message', m => {
              if (m === big) { child.disconnect(); print(next); return; }
              if (m !== next++) throw new Error(`${m} after ${next}`);
            });
            for (let i = 0; i < {{Many}}; i++) child.send(i);
            child.send(big);
            """);

        Assert.Equal(Many, echoed.GetInt32());
    }

    [Fact]
    public async Task Advanced_mode_echoes_every_type_it_supports()
    {
        var echoed = await NodeScript.RunAsync($$"""
            const assert = require('assert');
            const value = {
              date: new Date(1234567890123), map: new Map([[1, 'one'], ['2', new Map()]]), set: new Set([1, 'a']),
              big: -(2n ** 70n), bytes: new Uint8Array([1, 2, 3]), doubles: new Float64Array([0.5, -0]), undef: undefined,
              list: [1, null, 'żółw 🐢'], nan: NaN, zero: -0,
            };
            const child = require('child_process').fork('ipc-echo', [], { execPath: '{{OwnProcess.FileInScript}}', execArgv: [], serialization: 'advanced' });
            child.on('message', m => { assert.deepStrictEqual(m, value); child.disconnect(); print('same'); });
            child.send(value);
            """);

        Assert.Equal("same", echoed.GetString());
    }

    [Fact]
    public async Task A_child_can_choose_to_end_when_Node_disconnects()
    {
        // Node v20 itself may never raise close after the parent disconnects.
        var code = await NodeScript.RunAsync(
            $"const child = {Fork}; child.on('exit', code => print(code)); child.on('message', () => child.disconnect()); child.send(1)");

        Assert.Equal(0, code.GetInt32());
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_echoed_as_U_FFFD()
    {
        var echoed = await NodeScript.RunAsync(
            $@"const child = {Fork}; child.on('message', m => {{ child.disconnect(); print(m === 'a\ufffd'); }}); child.send('a\ud800')");

        Assert.True(echoed.GetBoolean());
    }

    [Fact]
    public async Task Messages_sent_just_before_returning_arrive()
    {
        var events = await Peers.NodeEventsAsync(
            $"require('child_process').fork('ipc-burst', ['1000'], {{ execPath: '{OwnProcess.FileInScript}', execArgv: [] }})");

        Peers.AssertAsUnderNode(
            ["spawn", .. Enumerable.Range(0, 1000).Select(i => $"message {i}"), "disconnect False", "exit 0 null", "close 0 null"],
            events);
    }

    [Fact]
    public async Task A_child_of_Node_does_not_pass_on_its_channel()
    {
        var report = await NodeScript.RunAsync(
            $"require('child_process').fork('ipc-report', ['a', '-b'], {{ execPath: '{OwnProcess.FileInScript}', execArgv: [] }}).on('message', print)");

        Assert.Equal(
            """{"args":["a","-b"],"fd":null,"mode":null,"grandchild":"none none 0","sameChannel":true}""", report.GetRawText());
    }
}
