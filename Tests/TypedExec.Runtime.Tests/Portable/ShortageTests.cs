using TypedExec.IO;
using TypedExec.Platform.Managed;

namespace TypedExec.Tests.Portable;

/// <summary>A read that finds no memory ends neither the reading nor the waiting.</summary>
public sealed class ShortageTests
{
    [Fact]
    public async Task A_capture_that_runs_out_of_memory_reports_it_and_is_read_to_the_end()
    {
        var refused = 0;
        var ended = new TaskCompletionSource();
        var buffer = new OutputBuffer(long.MaxValue, new BufferObserver(() => Interlocked.Increment(ref refused))) { EndObserver = new OutputObserver(ended.SetResult) };

        new StreamReadPipe(new ScarceStream("output"u8.ToArray(), failures: 2)).CollectTo(buffer);

        await ended.Task.Soon();
        Assert.NotNull(buffer.Shortage);
        Assert.Equal(0, buffer.Length);
        Assert.NotEqual(0, refused);
    }

    [Fact]
    public async Task Kept_output_is_complete_even_if_a_read_runs_out_of_memory()
    {
        var ended = new TaskCompletionSource();
        var kept = new KeptOutput(() => { }, ended.SetResult);
        kept.Keep(limit: 100, drops: false);

        new StreamReadPipe(new ScarceStream("output"u8.ToArray(), failures: 2)).CollectTo(kept);

        await ended.Task.Soon();
        var bytes = new byte[100];
        Assert.Equal("output"u8, bytes.AsSpan(0, kept.Take(bytes)));
    }

    /// <summary>A stream whose first reads find no memory.</summary>
    private sealed class ScarceStream(byte[] content, int failures) : MemoryStream(content)
    {
        private int _failures = failures;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => _failures-- > 0 ? throw new OutOfMemoryException("planted") : base.ReadAsync(buffer, cancellationToken);
    }
}
