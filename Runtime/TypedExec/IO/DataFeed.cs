namespace TypedExec.IO;

/// <summary>Where the pieces come from that the handlers of <see cref="ChildOutput.Data"/> are given.</summary>
internal abstract class DataFeed
{
    /// <summary>The flow begins.</summary>
    public abstract void Begin();

    /// <summary>Waits for more; false at the end.</summary>
    public abstract ValueTask<bool> WaitAsync(CancellationToken cancellationToken);

    /// <summary>Takes a piece of what is there.</summary>
    public abstract byte[] Take(int maxLength);

    /// <summary>The flow ends.</summary>
    public abstract void End(bool isAtEnd);
}

/// <summary>The output itself, which nobody else may read meanwhile.</summary>
internal sealed class PipeFeed(OutputSource source, OutputReader reader) : DataFeed
{
    public override void Begin()
    {
        reader.Enter();
        try
        {
            source.BeginLoop(deliversEnd: true);
        }
        catch
        {
            reader.Leave();
            throw;
        }
    }

    public override async ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        while (!reader.IsReady)
        {
            if (!await reader.ReadMoreAsync(cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    public override byte[] Take(int maxLength)
    {
        var bytes = new byte[Math.Min(maxLength, reader.Unread.Length)];
        _ = reader.Take(bytes);
        return bytes;
    }

    public override void End(bool isAtEnd)
    {
        source.EndLoop(isAtEnd);
        reader.Leave();
    }
}

/// <summary>What is captured, from its beginning; the capture itself does not wait for the handlers.</summary>
internal sealed class CaptureFeed(OutputBuffer capture) : DataFeed
{
    private long _position;

    public override void Begin()
    {
    }

    public override ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => capture.WaitForMoreAsync(_position, cancellationToken);

    public override byte[] Take(int maxLength)
    {
        var bytes = new byte[Math.Max(0, Math.Min(maxLength, capture.Length - _position))];
        _position += capture.CopyTo(bytes, _position);
        return bytes;
    }

    public override void End(bool isAtEnd)
    {
    }
}
