using System.Security.Cryptography;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Streams;

/// <summary>A slow side slows the other down, and nothing piles up between them.</summary>
[Collection(AloneCollection.Name)]
public sealed class BackPressureTests
{
    private const int Size = 50_000_000;

    [Fact]
    public async Task A_handler_of_Data_that_is_slow_stops_the_child()
    {
        await using var child = new Executable("head").Spawn("-c", "10000000", "/dev/zero");
        using var gate = new ManualResetEventSlim();
        var isIn = new TaskCompletionSource();
        long count = 0;
        child.Stdout!.Data += (_, e) =>
        {
            count += e.Bytes.Length;
            isIn.TrySetResult();
            gate.Wait();
        };
        await isIn.Task.Soon();

        await Waiting.UntilAsync(() => Processes.State(child.Pid!.Value) == 'S', "a child that waits for room");

        Assert.InRange(count, 1, 100_000);
        Assert.False(child.WaitForExitAsync().IsCompleted);
        gate.Set();
        await child.WaitForCloseAsync().Soon();
        Assert.Equal(10_000_000, count);
    }

    [Fact]
    public async Task Memory_stays_flat_while_output_flows_through()
    {
        var child = SpawnScript($"read go; exec head -c {Size} /dev/zero");
        var buffer = new byte[64 * 1024];
        var before = GC.GetTotalAllocatedBytes(precise: true);

        // Output that arrives while nobody reads is kept; here, somebody reads from the first byte on.
        var reading = child.Stdout!.ReadAsync(buffer);
        await child.Stdin!.WriteAsync("go\n"u8.ToArray());
        long total = 0;
        int count;
        while ((count = await reading) > 0)
        {
            total += count;
            reading = child.Stdout.ReadAsync(buffer);
        }

        Assert.Equal(Size, total);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Size / 10);
    }

    [Fact]
    public async Task Both_ways_at_once_50_MB_go_through_cat_byte_for_byte()
    {
        var child = Cat.Spawn();
        var input = RandomNumberGenerator.GetBytes(Size);
        var writing = WriteAsync(child.Stdin!, input);

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[100_000];
        int count;
        while ((count = await child.Stdout!.ReadAsync(buffer)) > 0)
        {
            hash.AppendData(buffer, 0, count);
        }

        await writing.Soon();
        Assert.Equal(SHA256.HashData(input), hash.GetHashAndReset());
    }

    [Fact]
    public async Task Both_ways_at_once_50_MB_go_through_cat_with_threads_that_block()
    {
        var child = Cat.Spawn();
        var input = RandomNumberGenerator.GetBytes(Size);
        var writing = Task.Factory.StartNew(
            () =>
            {
                child.Stdin!.Write(input);
                child.Stdin.Dispose();
            },
            TaskCreationOptions.LongRunning);
        var output = new byte[Size];
        var reading = Task.Factory.StartNew(() => child.Stdout!.ReadExactly(output), TaskCreationOptions.LongRunning);

        await Task.WhenAll(writing, reading).Soon();

        Assert.Equal(SHA256.HashData(input), SHA256.HashData(output));
    }

    [Fact]
    public async Task Both_ways_at_once_50_MB_are_captured()
    {
        var input = RandomNumberGenerator.GetBytes(Size);

        var result = await Cat.ExecFile([], new ExecFileOptions { Input = input }).Soon();

        Assert.Equal(SHA256.HashData(input), SHA256.HashData(result.StdoutBytes.Span));
    }

    private static async Task WriteAsync(ChildInput stdin, byte[] input)
    {
        await stdin.WriteAsync(input);
        await stdin.DisposeAsync();
    }
}
