using System.Threading.Channels;

namespace TypedExec.IO;

/// <summary>
/// Output that passes through this process to the targets of a run without being captured. Handlers get what arrives while they
/// are attached, and the output waits for them as it does for any target.
/// </summary>
internal sealed class PassingFeed : DataFeed
{
    private readonly Lock _gate = new();
    private readonly Tap _tap;
    private Channel<ReadOnlyMemory<byte>>? _pieces;
    private ReadOnlyMemory<byte> _piece;
    private bool _hasEnded;

    public PassingFeed() => _tap = new Tap(this);

    /// <summary>Gets the target that feeds the handlers.</summary>
    public OutputTarget Target => _tap;

    public override bool TryBegin()
    {
        lock (_gate)
        {
            _pieces = Channel.CreateBounded<ReadOnlyMemory<byte>>(1);
            if (_hasEnded)
            {
                _pieces.Writer.Complete();
            }
        }

        return true;
    }

    public override async ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        while (_piece.IsEmpty)
        {
            if (!await _pieces!.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            _ = _pieces.Reader.TryRead(out _piece);
        }

        return true;
    }

    public override byte[] Take(int maxLength)
    {
        var count = Math.Min(maxLength, _piece.Length);
        var bytes = _piece[..count].ToArray();
        _piece = _piece[count..];
        return bytes;
    }

    public override void End(bool isAtEnd)
    {
        lock (_gate)
        {
            // Releases output that waits for the handlers.
            _ = _pieces!.Writer.TryComplete();
            _pieces = null;
            _piece = default;
        }
    }

    private sealed class Tap(PassingFeed feed) : OutputTarget
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
        {
            Channel<ReadOnlyMemory<byte>>? pieces;
            lock (feed._gate)
            {
                pieces = feed._pieces;
            }

            if (pieces is null)
            {
                return;
            }

            try
            {
                await pieces.Writer.WriteAsync(bytes.ToArray(), cancellationToken).ConfigureAwait(false);
            }
            catch (ChannelClosedException)
            {
                // The last handler was removed.
            }
        }

        public override ValueTask EndAsync(CancellationToken cancellationToken)
        {
            lock (feed._gate)
            {
                feed._hasEnded = true;
                _ = feed._pieces?.Writer.TryComplete();
            }

            return default;
        }
    }
}
