namespace TypedExec.Platform.Managed;

/// <summary>Reads through a stream whose source can be asked whether there is something to read.</summary>
/// <param name="stream">The stream.</param>
/// <param name="isEmpty">Whether nothing is to be read at this moment; true as well when nothing can ever come.</param>
/// <param name="owner">What is closed with the pipe; null for the stream itself.</param>
internal sealed class PolledReadPipe(Stream stream, Func<bool> isEmpty, IDisposable? owner = null) : StreamReadPipe(stream, owner)
{
    private readonly Lock _gate = new();
    private bool _closesWhenEmpty;
    private bool _isWaiting;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_closesWhenEmpty && isEmpty())
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

    /// <summary>A read that has received its bytes keeps them; one that waits while the source is empty ends.</summary>
    public override void CloseWhenEmpty()
    {
        lock (_gate)
        {
            _closesWhenEmpty = true;
            if (_isWaiting && isEmpty())
            {
                Close();
            }
        }
    }
}
