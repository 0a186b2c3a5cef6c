namespace TypedExec.IO;

/// <summary>The parent's end of a pipe that a child reads from.</summary>
internal abstract class WritePipe
{
    /// <summary>Writes all the bytes.</summary>
    /// <exception cref="IOException">The child closed its end (EPIPE).</exception>
    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>The same, holding the calling thread.</summary>
    public abstract void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Writes a run's input and closes the pipe. That the child stops reading early is its right and no failure.</summary>
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

    /// <summary>Closes the pipe, so that the child sees its end; a write under way fails with EPIPE.</summary>
    public abstract void Close();
}
