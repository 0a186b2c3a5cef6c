using System.Security.Cryptography;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Streams;

/// <summary>
/// Output that arrives faster than it is read, and stops and continues: it is read in another way, with the same result.
/// </summary>
public sealed class FastOutputTests
{
    private const int Numbers = 3_000_000;

    // Bursts of megabytes, with a pause and a few bytes between them.
    private const string BurstsThenQuiet =
        "for i in 1 2 3; do head -c 5000000 /dev/zero; sleep 0.02; echo pause; done; sleep 0.05; echo end";

    [Fact]
    public async Task Every_byte_read_was_written_by_the_child()
    {
        var child = new Executable("seq").Spawn($"{Numbers}");

        Assert.Equal(Expected(), await SHA256.HashDataAsync(child.Stdout!));
    }

    [Fact]
    public async Task Every_captured_byte_was_written_by_the_child()
    {
        var result = await new Executable("seq").ExecFile($"{Numbers}");

        Assert.Equal(Expected(), SHA256.HashData(result.StdoutBytes.Span));
    }

    [Fact]
    public async Task Bursts_and_pauses_are_read_to_the_end()
    {
        var child = SpawnScript(BurstsThenQuiet);
        var bytes = new MemoryStream();

        await child.Stdout!.CopyToAsync(bytes);

        Assert.Equal((3 * (5_000_000 + 6)) + 4, bytes.Length);
        Assert.Equal(0, (await child.WaitForCloseAsync().Soon()).ExitCode);
    }

    [Fact]
    public async Task Bursts_and_pauses_are_captured_to_the_end()
    {
        var result = await new Executable("/bin/sh").ExecFile("-c", BurstsThenQuiet);

        Assert.Equal((3 * (5_000_000 + 6)) + 4, result.StdoutBytes.Length);
    }

    [Fact]
    public async Task Many_fast_children_at_once_lose_nothing()
    {
        var runs = Enumerable.Range(0, 16).Select(_ => new Executable("head").ExecFile("-c", "4000000", "/dev/zero").AsTask());

        Assert.All(await Task.WhenAll(runs), result => Assert.Equal(4_000_000, result.StdoutBytes.Length));
    }

    [Fact]
    public async Task A_fast_child_is_also_stopped_at_MaxBuffer()
    {
        var failure = await Assert.ThrowsAsync<ExecException>(
            () => new Executable("cat").ExecFile(["/dev/zero"], new() { MaxBuffer = 10_000_000 }).AsTask().Soon());

        Assert.Equal("ERR_CHILD_PROCESS_STDIO_MAXBUFFER", failure.Code);
        Assert.Equal(10_000_000, failure.Stdout.Length);
    }

    private static byte[] Expected()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> line = stackalloc byte[16];
        for (var i = 1; i <= Numbers; i++)
        {
            i.TryFormat(line, out var length);
            line[length] = (byte)'\n';
            hash.AppendData(line[..(length + 1)]);
        }

        return hash.GetHashAndReset();
    }
}
