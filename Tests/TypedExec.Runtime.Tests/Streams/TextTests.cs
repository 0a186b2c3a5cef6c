using System.Text;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Streams;

/// <summary>How <c>Data</c> decodes output whose characters are split between pieces.</summary>
public sealed class TextTests
{
    private const string Sample = "a é ß € 漢 😀 z";

    [Fact]
    public async Task Utf8_that_is_split_anywhere_is_decoded_correctly()
    {
        var bytes = Encoding.UTF8.GetBytes(Sample);
        for (var cut = 1; cut < bytes.Length; cut++)
        {
            Assert.Equal(Sample, await EchoAsync([bytes[..cut], bytes[cut..]], Encoding.UTF8));
        }
    }

    [Fact]
    public async Task Utf8_that_arrives_byte_by_byte_is_decoded_correctly()
        => Assert.Equal(Sample, await EchoAsync([.. Encoding.UTF8.GetBytes(Sample).Select(value => new[] { value })], Encoding.UTF8));

    [Fact]
    public async Task Utf16_that_arrives_byte_by_byte_is_decoded_correctly()
        => Assert.Equal(Sample, await EchoAsync([.. Encoding.Unicode.GetBytes(Sample).Select(value => new[] { value })], Encoding.Unicode));

    [Fact]
    public async Task Latin1_is_decoded_byte_for_byte()
        => Assert.Equal("é ß ÿ", await EchoAsync([[0xE9, 0x20], [0xDF, 0x20, 0xFF]], Encoding.Latin1));

    [Fact]
    public async Task An_incomplete_character_at_the_end_becomes_a_replacement_character()
        => Assert.Equal("a\uFFFD", await EchoAsync([[(byte)'a', 0xE2, 0x82]], Encoding.UTF8));

    [Fact]
    public async Task Invalid_bytes_become_replacement_characters_as_in_Node()
    {
        byte[] bytes = [0x61, 0xFF, 0x62, 0xC3, 0x28, 0xF0, 0x9F, 0x63];
        var node = await NodeScript.RunAsync("print(Buffer.from([0x61, 0xff, 0x62, 0xc3, 0x28, 0xf0, 0x9f, 0x63]).toString())");

        Assert.Equal(node.GetString(), await EchoAsync([bytes], Encoding.UTF8));
    }

    [Fact]
    public async Task The_bytes_of_a_chunk_are_the_ones_that_arrived()
    {
        var child = Cat.Spawn();
        var bytes = new MemoryStream();
        child.Stdout!.Data += (_, e) => bytes.Write(e.Bytes.Span);
        var input = new byte[100_000];
        Random.Shared.NextBytes(input);

        await child.Stdin!.WriteAsync(input).AsTask().Soon();
        await child.Stdin.DisposeAsync();

        await child.WaitForCloseAsync().Soon();
        Assert.Equal(input, bytes.ToArray());
    }

    [Fact]
    public async Task ReadToEndAsync_decodes_in_the_streams_encoding()
    {
        var child = Cat.Spawn();
        child.Stdout!.Encoding = Encoding.Unicode;
        await child.Stdin!.WriteAsync(Encoding.Unicode.GetBytes(Sample));
        await child.Stdin.DisposeAsync();

        Assert.Equal(Sample, await child.Stdout.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task The_option_Encoding_decodes_what_is_captured_and_encodes_the_input()
    {
        var result = await Cat.ExecFile([], new ExecFileOptions { Encoding = Encoding.BigEndianUnicode, Input = Sample }).Soon();

        Assert.Equal(Sample, result.Stdout);
        Assert.Equal(Encoding.BigEndianUnicode.GetBytes(Sample), result.StdoutBytes.ToArray());
    }

    [Fact]
    public void The_option_Encoding_works_in_a_sync_call()
    {
        var result = Cat.SpawnSync([], new SpawnSyncOptions { Encoding = Encoding.Latin1, Input = "é" });

        Assert.Equal("é", result.Stdout);
        Assert.Equal([0xE9], result.Output![1]!);
    }

    /// <summary>Returns the text that comes back if each piece is written only after all previous ones have come back.</summary>
    private static async Task<string> EchoAsync(byte[][] pieces, Encoding encoding)
    {
        await using var child = Cat.Spawn();
        var text = new StringBuilder();
        var arrived = new SemaphoreSlim(0);
        child.Stdout!.Encoding = encoding;
        child.Stdout.Data += (_, e) =>
        {
            text.Append(e.Text);
            arrived.Release();
        };
        foreach (var piece in pieces)
        {
            await child.Stdin!.WriteAsync(piece);
            await arrived.WaitAsync().Soon();
        }

        await child.Stdin!.DisposeAsync();
        await child.WaitForCloseAsync().Soon();
        return text.ToString();
    }
}
