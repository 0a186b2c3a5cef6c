namespace TypedExec.IO;

/// <summary>The parent's end of a pipe that a child reads from.</summary>
internal abstract class WritePipe
{
    /// <summary>Writes all the bytes.</summary>
    /// <exception cref="IOException">The child closed its end (EPIPE).</exception>
    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Writes all the bytes and blocks the calling thread while the pipe is full.</summary>
    public abstract void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Writes a run's input and closes the pipe. A child may stop reading early; that isn't a failure.</summary>
    public async Task FeedAsync(ReadOnlyMemory<byte> input)
    {
        try
        {
            await WriteAsync(input, CancellationToken.None).ConfigureAwait(false);
        }
        catch (IOException)
        {
        }

        Close();
    }

    /// <summary>
    /// Gets whether the child sees the end as soon as this is closed. It is false if the descriptor is for both directions and can
    /// only be closed as a whole.
    /// </summary>
    public virtual bool EndsAlone => true;

    /// <summary>Closes the pipe, so that the child sees its end. A write in progress fails with EPIPE.</summary>
    public abstract void Close();
}
