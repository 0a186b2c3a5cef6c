namespace TypedExec.Testing.Streams;

/// <summary>
/// The kernel's pipe between a fake and its neighbor in a pipeline, which may be a real program. Waiting for it blocks a
/// dedicated thread, because the thread pool is for the scripts, and there may be many of them.
/// </summary>
internal static class PipelineLink
{
    private const int BufferSize = 32 * 1024;

    /// <summary>Opens the output of the previous stage.</summary>
    public static Stream OpenReading(Stream source)
    {
        var pipe = new MemoryPipe();
        Start("fake stdin", () =>
        {
            using (source)
            {
                Copy(source.Read, bytes => pipe.Write(bytes));
                pipe.CloseWriter();
            }
        });
        return new ClosingStream(new PipeReadStream(pipe), source);
    }

    /// <summary>Opens the input of the next stage. All data that was written arrives there, even if the fake has ended.</summary>
    public static Stream OpenWriting(Stream target)
    {
        var pipe = new MemoryPipe();
        Start("fake stdout", () =>
        {
            using (target)
            {
                Copy(pipe.Read, bytes => target.Write(bytes));
                pipe.CloseReader();
            }
        });
        return new PipeWriteStream(pipe);
    }

    private static void Copy(ReadCall read, WriteCall write)
    {
        var buffer = new byte[BufferSize];
        try
        {
            while (read(buffer) is > 0 and var count)
            {
                write(buffer.AsSpan(0, count));
            }
        }
        catch (IOException)
        {
            // One of the two sides has been closed, and closing the other notifies its user.
        }
    }

    private static void Start(string name, ThreadStart copy)
    {
        var thread = new Thread(copy, maxStackSize: 256 * 1024) { IsBackground = true, Name = name };
        thread.Start();
    }

    private delegate int ReadCall(Span<byte> buffer);

    private delegate void WriteCall(ReadOnlySpan<byte> bytes);

    /// <summary>Also closes another stream, which releases code that waits for it.</summary>
    private sealed class ClosingStream(Stream inner, Stream other) : OneWayStream
    {
        public override bool CanRead => true;

        public override int Read(Span<byte> buffer) => inner.Read(buffer);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
                other.Dispose();
            }
        }
    }
}
