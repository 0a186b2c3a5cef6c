using System.Text;
using System.Threading.Channels;

namespace TypedExec.Tests.Streams;

/// <summary>Returns what is posted, one piece per read.</summary>
internal sealed class PostedStream : MemoryStream
{
    private readonly Channel<string> _pieces = Channel.CreateUnbounded<string>();
    private int _pending;

    /// <summary>Gets or sets whether it ignores the cancellation of a read.</summary>
    public bool IsDeaf { get; init; }

    public int Pending => _pending;

    public bool HasOverlapped { get; private set; }

    public override bool CanSeek => false;

    public void Post(string piece) => _pieces.Writer.TryWrite(piece);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        HasOverlapped |= Interlocked.Increment(ref _pending) > 1;
        try
        {
            var piece = await _pieces.Reader.ReadAsync(IsDeaf ? CancellationToken.None : cancellationToken);
            return Encoding.UTF8.GetBytes(piece, buffer.Span);
        }
        finally
        {
            Interlocked.Decrement(ref _pending);
        }
    }
}
