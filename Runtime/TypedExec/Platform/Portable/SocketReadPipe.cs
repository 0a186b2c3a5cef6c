using System.Net.Sockets;

namespace TypedExec.Platform.Portable;

/// <summary>A socket that is closed when both of its directions are.</summary>
internal sealed class SharedSocket(Socket socket)
{
    private int _openDirections = 2;

    public Socket Socket { get; } = socket;

    public void Close(SocketShutdown direction)
    {
        try
        {
            Socket.Shutdown(direction);
        }
        catch (SocketException)
        {
            // The other side has closed it.
        }

        if (Interlocked.Decrement(ref _openDirections) == 0)
        {
            Socket.Dispose();
        }
    }
}

/// <summary>One direction of a socket, which ends by itself.</summary>
internal sealed class SocketDirection(SharedSocket shared, SocketShutdown direction) : NetworkStream(shared.Socket, ownsSocket: false)
{
    private readonly SharedSocket _shared = shared;
    private int _isClosed;

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _isClosed, 1) == 0)
        {
            _shared.Close(direction);
        }

        base.Dispose(disposing);
    }
}

/// <summary>Reads from a socket, which reports whether there is something to read.</summary>
internal sealed class SocketReadPipe(SharedSocket shared) : StreamReadPipe(new SocketDirection(shared, SocketShutdown.Receive))
{
    private readonly SharedSocket _shared = shared;
    private readonly Lock _gate = new();
    private bool _closesWhenEmpty;
    private bool _isWaiting;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_closesWhenEmpty && IsEmpty())
            {
                Close();
                return 0;
            }

            _isWaiting = true;
        }

        try
        {
            return await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _isWaiting = false;
            }
        }
    }

    public override void CloseWhenEmpty()
    {
        lock (_gate)
        {
            _closesWhenEmpty = true;
            if (_isWaiting && IsEmpty())
            {
                Close();
            }
        }
    }

    private bool IsEmpty()
    {
        try
        {
            return _shared.Socket.Available == 0;
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            return true;
        }
    }
}
