using System.Net.Sockets;

namespace TypedExec.Platform.Portable;

/// <summary>A socket that is closed when both of its directions are.</summary>
internal sealed class SharedSocket(Socket socket)
{
    private int _openDirections = 2;

    public Socket Socket { get; } = socket;

    /// <summary>Whether nothing is to be read at this moment, or ever.</summary>
    public bool IsEmpty
    {
        get
        {
            try
            {
                return Socket.Available == 0;
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return true;
            }
        }
    }

    public void Close(SocketShutdown direction)
    {
        try
        {
            Socket.Shutdown(direction);
        }
        catch (SocketException)
        {
            // The other side is gone.
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
