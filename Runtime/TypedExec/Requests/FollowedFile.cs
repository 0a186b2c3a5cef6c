using Microsoft.Win32.SafeHandles;

namespace TypedExec.Requests;

/// <summary>
/// A caller's file stream that a child uses directly: the child starts at the stream's position, and the stream continues where
/// the child stopped.
/// </summary>
/// <remarks>A FileStream keeps its position to itself. Getting its handle flushes its buffer and moves the handle to the
/// position, which must be done once, before the child starts.</remarks>
internal sealed class FollowedFile(FileStream stream)
{
    private readonly FileStream _stream = stream;

    public SafeFileHandle Handle { get; } = stream.SafeFileHandle;

    /// <summary>Moves the stream to where the child stopped.</summary>
    public void Follow()
    {
        try
        {
            if (_stream.CanSeek)
            {
                // A new stream on a handle starts at the handle's position.
                using var view = new FileStream(new SafeFileHandle(Handle.DangerousGetHandle(), ownsHandle: false), AccessOf(_stream), bufferSize: 0);
                _stream.Position = view.Position;
            }
        }
        catch (Exception exception) when (exception is ObjectDisposedException or IOException or ArgumentException or UnauthorizedAccessException)
        {
            // The caller has closed it meanwhile.
        }
    }

    private static FileAccess AccessOf(FileStream stream)
        => (stream.CanRead ? FileAccess.Read : 0) | (stream.CanWrite ? FileAccess.Write : 0);
}
