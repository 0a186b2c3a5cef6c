using System.Buffers;

namespace TypedExec.IO;

/// <summary>The parent's end of a pipe that a child writes to.</summary>
internal abstract class ReadPipe
{
    /// <summary>
    /// Reads the available output and waits for at least one byte. Returns 0 at the end, after which the pipe is closed.
    /// </summary>
    public abstract ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the available output and blocks the calling thread until there is at least one byte. Returns 0 at the end.
    /// </summary>
    public virtual int Read(Span<byte> buffer)
    {
        var copy = ArrayPool<byte>.Shared.Rent(buffer.Length);
        try
        {
            var count = ReadAsync(copy.AsMemory(0, buffer.Length), CancellationToken.None).AsTask().GetAwaiter().GetResult();
            copy.AsSpan(0, count).CopyTo(buffer);
            return count;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    /// <summary>
    /// Passes all output from now on to <paramref name="sink"/>, until the end, until the sink requests a pause, or until
    /// <see cref="StopCollecting"/>.
    /// </summary>
    /// <remarks>Also resumes after a pause. The sink is never called from within this call.</remarks>
    public abstract void CollectTo(IByteSink sink);

    /// <summary>Stops what <see cref="CollectTo"/> began.</summary>
    /// <returns>True if the sink gets nothing more. False if a read is in progress that can't be undone: the sink gets its
    /// result, or the end, and nothing after that.</returns>
    public abstract bool StopCollecting();

    /// <summary>Closes the pipe when it is empty, even if another process holds its other end open.</summary>
    public abstract void CloseWhenEmpty();

    /// <summary>
    /// Keeps what is in the pipe now for a later reader, and closes the pipe, even if another process holds its other end open.
    /// </summary>
    public abstract void CloseKeepingRest();

    /// <summary>Closes the pipe. A read in progress returns 0, and a sink gets its end.</summary>
    public abstract void Close();
}
