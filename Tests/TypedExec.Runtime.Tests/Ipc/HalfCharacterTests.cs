using System.Text.Json;

namespace TypedExec.Tests.Ipc;

/// <summary>A lone surrogate, which JavaScript's strings may contain, becomes U+FFFD in both directions.</summary>
public sealed class HalfCharacterTests
{
    [Theory]
    [InlineData(Serialization.Json)]
    [InlineData(Serialization.Advanced)]
    public async Task Text_from_Node_that_is_cut_inside_a_character_is_repaired(Serialization serialization)
    {
        var child = Peers.SpawnNode("process.send('title 😀'.slice(0, 7)); process.send({ ['\\udc00x']: ['\\ud83d\\ude00', '\\\\\\ud800'] })", serialization);

        var messages = await child.TakeAsync(2).Soon();

        Assert.Equal("title \ufffd", messages[0].GetString());
        var property = Assert.Single(messages[1].EnumerateObject());
        Assert.Equal("\ufffdx", property.Name);
        Assert.Equal(["😀", "\\\ufffd"], property.Value.EnumerateArray().Select(item => item.GetString()));
    }

    [Theory]
    [InlineData(Serialization.Json)]
    [InlineData(Serialization.Advanced)]
    public async Task A_property_name_with_half_a_character_does_not_end_the_channel(Serialization serialization)
    {
        var child = Peers.SpawnNode("process.once('message', () => { process.send({ '\\ud800': 1 }); process.send(2); process.disconnect(); })", serialization);
        var names = new List<string>();
        child.Message += (_, e) => names.AddRange(e.Value.ValueKind == JsonValueKind.Object ? e.Value.EnumerateObject().Select(property => property.Name) : [e.Value.GetRawText()]);
        var errors = child.ErrorsAsync();
        child.Send("go");

        Assert.Empty(await errors);
        Assert.Equal(["\ufffd", "2"], names);
    }

    [Theory]
    [InlineData(Serialization.Json)]
    [InlineData(Serialization.Advanced)]
    public async Task Text_that_NET_sends_is_repaired(Serialization serialization)
    {
        await using var child = Peers.ForkEcho("node", new ForkOptions { Serialization = serialization });

        child.Send("a\ud800");
        child.Send(new Job(1, "\udc00b"), TestJson.Default.Job);
        child.Send(JsonElement.Parse("""{"\ud800":"\udc00 \ud83d\ude00"}"""));
        child.Send(JsonElement.Parse("{\n\"\\ud800\": 1}"));
        child.SendObject(new Dictionary<string, object?> { ["\ud800"] = new List<object?> { "\udc00", JsonElement.Parse("\"\\ud800\"") } });

        var messages = await child.TakeAsync(5).Soon();
        Assert.Equal("a\ufffd", messages[0].GetString());
        Assert.Equal("\ufffdb", messages[1].GetProperty("name").GetString());
        Assert.Equal("\ufffd 😀", messages[2].GetProperty("\ufffd").GetString());
        Assert.Equal(1, messages[3].GetProperty("\ufffd").GetInt32());
        Assert.Equal(["\ufffd", "\ufffd"], messages[4].GetProperty("\ufffd").EnumerateArray().Select(item => item.GetString()));
    }
}
