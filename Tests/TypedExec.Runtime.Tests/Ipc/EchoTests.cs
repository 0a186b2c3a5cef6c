using System.Text.Json;

namespace TypedExec.Tests.Ipc;

/// <summary>A message to a child that returns it comes back unchanged: .NET forks Node, and .NET forks .NET.</summary>
public sealed class EchoTests
{
    [Theory]
    [InlineData("node")]
    [InlineData("dotnet")]
    public async Task Every_JSON_type_is_echoed(string peer)
    {
        await using var child = Peers.ForkEcho(peer);

        foreach (var message in JsonValues.All)
        {
            child.Send(message);
        }

        Assert.Equal(JsonValues.All, await child.TakeAsync(JsonValues.All.Count).Soon(), JsonElement.DeepEquals);
    }

    [Theory]
    [InlineData("node")]
    [InlineData("dotnet")]
    public async Task The_plain_overloads_of_Send_are_echoed(string peer)
    {
        await using var child = Peers.ForkEcho(peer);

        child.Send("text");
        child.Send((string?)null);
        child.Send(true);
        child.Send(int.MinValue);
        child.Send(1L << 52);
        child.Send(0.1);

        var messages = await child.TakeAsync(6).Soon();
        Assert.Equal(["\"text\"", "null", "true", "-2147483648", "4503599627370496", "0.1"], messages.Select(message => message.GetRawText()));
    }

    [Theory]
    [InlineData("node")]
    [InlineData("dotnet")]
    public async Task A_10_MB_message_is_echoed_unchanged(string peer)
    {
        await using var child = Peers.ForkEcho(peer);
        var text = string.Create(10_000_000, 0, static (span, _) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = (char)('a' + i % 23);
            }
        });

        var answer = child.TakeAsync(1);
        await child.SendAsync(text, TestJson.Default.String).Soon();

        Assert.Equal(text, (await answer.Soon())[0].GetString());
    }

    [Theory]
    [InlineData("node")]
    [InlineData("dotnet")]
    public async Task A_hundred_thousand_messages_are_echoed_in_order_while_more_are_sent(string peer)
    {
        // Under Wine all takes ten times as long.
        var count = OperatingSystem.IsWindows() ? 5_000 : 100_000;
        await using var child = Peers.ForkEcho(peer);

        var answers = child.TakeAsync(count);
        for (var i = 0; i < count; i++)
        {
            if (!child.Send(i))
            {
                await child.SendAsync(++i, TestJson.Default.Int32).Soon();
            }
        }

        Assert.Equal(Enumerable.Range(0, count), (await answers.Soon()).Select(message => message.GetInt32()));
    }

    [Theory]
    [InlineData("node")]
    [InlineData("dotnet")]
    public async Task Advanced_mode_echoes_every_JSON_type(string peer)
    {
        await using var child = Peers.ForkEcho(peer, new ForkOptions { Serialization = Serialization.Advanced });

        foreach (var message in JsonValues.All)
        {
            child.Send(message);
        }

        Assert.Equal(JsonValues.All, await child.TakeAsync(JsonValues.All.Count).Soon(), JsonElement.DeepEquals);
    }

    [Theory]
    [InlineData("node")]
    [InlineData("dotnet")]
    public async Task Two_children_talk_without_waiting_for_each_other(string peer)
    {
        await using var first = Peers.ForkEcho(peer);
        await using var second = Peers.ForkEcho(peer);
        // Not disposed, because under load the handler may use it after the test.
        var gate = new ManualResetEventSlim();
        first.Message += (_, _) => gate.Wait();

        first.Send(1);
        second.Send(2);

        Assert.Equal(2, (await second.TakeAsync(1).Soon())[0].GetInt32());
        gate.Set();
    }

    [Fact]
    public async Task SendAsync_completes_once_the_message_is_handed_over()
    {
        await using var child = Peers.ForkEcho("dotnet");

        await child.SendAsync(new Job(1, "first"), TestJson.Default.Job).Soon();

        Assert.Equal("""{"number":1,"name":"first"}""", (await child.TakeAsync(1).Soon())[0].GetRawText());
    }

    [Fact]
    public async Task Send_is_false_while_the_backlog_is_large_and_nothing_is_lost()
    {
        await using var child = Peers.SpawnScript("read go; wc -l <&3");
        var text = new string('x', 100_000);
        var count = 0;

        while (child.Send(text))
        {
            count++;
        }

        Assert.InRange(count, 1, 100);
        Assert.True(child.Connected);
    }
}
