using System.Text;
using TypedExec.Events;
using TypedExec.IO;
using TypedExec.Ipc;

namespace TypedExec.Tests.Fuzz;

/// <summary>Reads from bytes that arrive in pieces, whose sizes are those of the cuts, repeated.</summary>
internal static class InPieces
{
    public static List<string> Lines(byte[] bytes, int[] cuts, Encoding encoding)
    {
        var lines = new List<string>();
        var output = new ChildOutput(new PieceEnd(new PieceStream(bytes, cuts)), new EventQueue(), new OutputObserver()) { Encoding = encoding };
        var reader = output.ReadLinesAsync().GetAsyncEnumerator();
        while (reader.MoveNextAsync().AsTask().GetAwaiter().GetResult())
        {
            lines.Add(reader.Current);
        }

        _ = reader.DisposeAsync();
        return lines;
    }

    /// <summary>Returns the messages as JSON, with internal ones marked as hidden, and the errors as text.</summary>
    public static List<string> Messages(IMessageCodec codec, byte[] bytes, int[] cuts)
    {
        var taken = new List<string>();
        var frames = new FrameReader(new PieceEnd(new PieceStream(bytes, cuts)), codec);
        try
        {
            while (frames.ReadAsync().AsTask().GetAwaiter().GetResult())
            {
                while (frames.TryTake(out var message, out var error))
                {
                    taken.Add(error is null ? Shown(message) : $"error {error.Message}");
                }
            }
        }
        catch (IOException exception)
        {
            taken.Add($"end {exception.Message}");
        }

        return taken;
    }

    private static string Shown(IpcMessage message)
    {
        try
        {
            return (message.IsInternal ? "hidden " : "") + message.ToJson();
        }
        catch (FormatException exception)
        {
            // What JSON can't express, such as a cycle.
            return $"not JSON: {exception.Message}";
        }
    }

    private sealed class PieceStream(byte[] bytes, int[] cuts) : MemoryStream(bytes)
    {
        private int _reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => base.ReadAsync(buffer[..Math.Min(buffer.Length, cuts[_reads++ % cuts.Length])], cancellationToken);
    }

    private sealed class PieceEnd(PieceStream stream) : ReadPipe
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken) => stream.ReadAsync(buffer, cancellationToken);

        public override int Read(Span<byte> buffer) => throw new NotSupportedException();

        public override void CollectTo(IByteSink sink) => throw new NotSupportedException();

        public override bool StopCollecting() => true;

        public override void CloseWhenEmpty() => throw new NotSupportedException();

        public override void CloseKeepingRest() => throw new NotSupportedException();

        public override void Close() => throw new NotSupportedException();
    }
}
