using System.Buffers;
using System.IO.Pipelines;

namespace TypedExec.IO;

/// <summary>
/// Takes over a pipe whose child has exited: empties it, so that its end is known without anybody reading, and keeps what
/// was in it for a reader that comes late.
/// </summary>
internal sealed class DrainingPipe : ReadPipe
{
    /// <summary>
    /// More than any pipe holds, enlarged ones too: what goes beyond it was written by a descendant after the child's exit.
    /// Nobody has ever read it, so it is let go, and a late reader is told.
    /// </summary>
    private const int Kept = 2 * 1024 * 1024;

    private readonly ReadPipe _source;
    private readonly Action _ended;
    private readonly Pipe _pipe = new(new PipeOptions(
        pauseWriterThreshold: Kept, resumeWriterThreshold: Kept / 2, useSynchronizationContext: false));
    private volatile bool _hasReader;
    private bool _isComplete;

    /// <param name="source">The pipe.</param>
    /// <param name="hasReader">Whether somebody has read from it before; then nothing is let go.</param>
    /// <param name="ended">Called when the pipe has ended.</param>
    public DrainingPipe(ReadPipe source, bool hasReader, Action ended)
    {
        _source = source;
        _hasReader = hasReader;
        _ended = ended;
    }

    /// <summary>Empties the pipe, to its end.</summary>
    public async Task RunAsync()
    {
        Exception? failure = null;
        try
        {
            await KeepAllAsync().ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            failure = exception;
        }

        await _pipe.Writer.CompleteAsync(failure).ConfigureAwait(false);
        _ended();
    }

    private async Task KeepAllAsync()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            long kept = 0;
            int count;
            while ((count = await _source.ReadAsync(buffer, CancellationToken.None).ConfigureAwait(false)) > 0)
            {
                if (!_hasReader && kept + count > Kept)
                {
                    await DiscardAsync(buffer).ConfigureAwait(false);
                    throw new IOException(
                        "Output that a descendant wrote after the child's exit was let go, as nobody read it until then.");
                }

                kept += count;
                var flush = _pipe.Writer.WriteAsync(buffer.AsMemory(0, count));
                if (_hasReader)
                {
                    await flush.ConfigureAwait(false);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task DiscardAsync(byte[] buffer)
    {
        // A descendant may write without end, and the draining began on the loop's thread.
        await Task.Yield();
        while (await _source.ReadAsync(buffer, CancellationToken.None).ConfigureAwait(false) > 0)
        {
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (buffer.IsEmpty || _isComplete)
        {
            return 0;
        }

        _hasReader = true;
        var result = await _pipe.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var part = result.Buffer.Slice(0, Math.Min(buffer.Length, result.Buffer.Length));
        part.CopyTo(buffer.Span);
        var count = (int)part.Length;
        _pipe.Reader.AdvanceTo(part.End);
        if (count == 0)
        {
            _isComplete = true;
        }

        return count;
    }

    public override void CollectTo(IByteSink sink)
        => throw new InvalidOperationException("Output is collected from the start of a child, never after its exit.");

    public override void CloseWhenEmpty() => _source.CloseWhenEmpty();

    public override void CloseKeepingRest() => _source.CloseKeepingRest();

    /// <summary>Ends the draining; a reader still gets what was kept.</summary>
    public override void Close() => _source.Close();
}
