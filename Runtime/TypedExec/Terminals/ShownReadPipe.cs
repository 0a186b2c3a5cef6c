using TypedExec.IO;

namespace TypedExec.Terminals;

/// <summary>A terminal's output on its way to a reader. Each piece is displayed on the screen as well.</summary>
internal sealed class ShownReadPipe(ReadPipe pipe, ScreenFeed screen) : ReadPipe
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var count = await pipe.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        screen.Write(buffer.Span[..count]);
        return count;
    }

    public override int Read(Span<byte> buffer)
    {
        var count = pipe.Read(buffer);
        screen.Write(buffer[..count]);
        return count;
    }

    public override void CollectTo(IByteSink sink) => pipe.CollectTo(new ShownSink(sink, screen));

    public override bool StopCollecting() => pipe.StopCollecting();

    public override void CloseWhenEmpty() => pipe.CloseWhenEmpty();

    public override void CloseKeepingRest() => pipe.CloseKeepingRest();

    public override void Close() => pipe.Close();

    private sealed class ShownSink(IByteSink sink, ScreenFeed screen) : IByteSink
    {
        /// <summary>Gets an empty span: output that doesn't pass through <see cref="Write"/> couldn't be displayed.</summary>
        public Span<byte> Free => default;

        public int Wanted => sink.Wanted;

        public void Advance(int count) => throw new InvalidOperationException("This sink has no buffer of its own.");

        public bool Write(ReadOnlySpan<byte> bytes)
        {
            screen.Write(bytes);
            return sink.Write(bytes);
        }

        public void Paused() => sink.Paused();

        public void OnShortage(OutOfMemoryException shortage) => sink.OnShortage(shortage);

        public void End() => sink.End();
    }
}
