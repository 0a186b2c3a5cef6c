using System.Buffers;

namespace TypedExec.IO;

/// <summary>The parent's end of a pipe that a child writes to.</summary>
internal abstract class ReadPipe
{
    /// <summary>Reads what there is, waiting for at least one byte; 0 is the end, after which the end is closed.</summary>
    public abstract ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>The same, holding the calling thread.</summary>
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
    /// Gives everything from now on to <paramref name="sink"/>, until the end, until the sink wants a pause, or until
    /// <see cref="StopCollecting"/>. Also resumes after a pause. The sink is never called from inside this call.
    /// </summary>
    public abstract void CollectTo(IByteSink sink);

    /// <summary>Stops what <see cref="CollectTo"/> began.</summary>
    /// <returns>
    /// True when the sink gets nothing more. False when a read is under way that cannot be taken back: the sink gets what it
    /// brings, or the end, and nothing after that.
    /// </returns>
    public abstract bool StopCollecting();

    /// <summary>Closes the pipe once it is empty, though another process may hold its other end open.</summary>
    public abstract void CloseWhenEmpty();

    /// <summary>Keeps what is in the pipe now for a later reader, and closes the pipe, though another process may hold its other end open.</summary>
    public abstract void CloseKeepingRest();

    /// <summary>Closes the pipe; a read under way ends with 0, and a sink gets its end.</summary>
    public abstract void Close();
}
