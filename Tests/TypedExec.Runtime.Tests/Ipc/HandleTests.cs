namespace TypedExec.Tests.Ipc;

/// <summary>
/// A socket or a server that Node sends along with a message is rejected with an error, and nothing after it is blocked.
/// </summary>
public sealed class HandleTests
{
    [Theory]
    [InlineData(Serialization.Json)]
    [InlineData(Serialization.Advanced)]
    public async Task The_message_arrives_once_followed_by_an_Error_and_later_messages(Serialization serialization)
    {
        var child = Peers.SpawnNode(
            """
            const server = require('net').createServer().listen(0, () => {
              process.send('go');
              process.once('message', () => {
                process.send({ with: 'server' }, server);
                process.send('behind', () => { server.close(); process.disconnect(); });
              });
            });
            """,
            serialization);
        var events = child.EventsAsync();
        child.Send("go");

        Assert.Equal(
            [
                "spawn", "message \"go\"", """message {"with":"server"}""",
                "error A net.Server was sent along with a message. Handles aren't supported: only the message arrived, and the sender was notified.",
                "message \"behind\"", "disconnect False", "exit 0 null", "close 0 null",
            ],
            await events);
    }

    [Fact]
    public async Task Two_handles_are_two_messages_and_two_errors()
    {
        var child = Peers.SpawnNode(
            """
            const server = require('net').createServer().listen(0, () => process.once('message', () => {
              process.send(1, server, { keepOpen: true });
              process.send(1, server, { keepOpen: true });
              process.send(2, () => { server.close(); process.disconnect(); });
            }));
            """);
        var events = child.EventsAsync();
        child.Send("go");

        Assert.Equal(["message 1", "message 1", "message 2"], (await events).Where(entry => entry.StartsWith("message ", StringComparison.Ordinal)));
        Assert.Equal(2, (await events).Count(entry => entry.StartsWith("error A net.Server", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_socket_that_Node_tries_to_send_four_times_is_one_message_and_one_error()
    {
        var child = Peers.SpawnNode(
            """
            const net = require('net');
            const server = net.createServer(socket => {
              process.send('with', socket);
              process.send('behind', () => server.close(() => { process.send('closed', () => process.disconnect()); }));
            });
            process.once('message', () => server.listen(0, () => net.connect(server.address().port).on('error', () => {})));
            """);
        var events = child.EventsAsync();
        child.Send("go");

        Assert.Equal(
            [
                "spawn", "message \"with\"",
                "error A net.Socket was sent along with a message. Handles aren't supported: only the message arrived, and the sender was notified.",
                "message \"behind\"", "message \"closed\"", "disconnect False", "exit 0 null", "close 0 null",
            ],
            await events);
    }

    [Fact]
    public async Task A_NET_child_of_Node_gets_the_message_and_an_Error()
    {
        var received = await NodeScript.RunAsync($$"""
            const child = require('child_process').fork('ipc-receive-handle', [], { execPath: '{{OwnProcess.FileInScript}}', execArgv: [] });
            const log = [];
            child.on('message', m => { log.push(m); if (m === 'behind') { child.disconnect(); server.close(); print(log); } });
            const server = require('net').createServer().listen(0, () => {
              child.send('with', server);
              child.send('behind');
            });
            """);

        Assert.Equal(
            ["with", "error A net.Server was sent along with a message. Handles aren't supported: only the message arrived, and the sender was notified.", "behind"],
            received.Texts());
    }

    [Fact]
    public async Task A_peer_that_does_not_read_the_answers_does_not_fill_the_memory()
    {
        await using var child = Peers.SpawnScript("""yes '{"cmd":"NODE_HANDLE","type":"net.Socket","msg":1}' | head -n 200000 >&3; exec sleep 1000""");
        var count = 0;
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await foreach (var message in child.ReadMessagesAsync(TestJson.Default.Int32))
        {
            if (++count == 50_000)
            {
                break;
            }
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 32 * 1024 * 1024);
    }
}
