namespace TypedExec.IO;

/// <summary>The source of the pieces that the handlers of <see cref="ChildOutput.Data"/> get.</summary>
internal abstract class DataFeed
{
    /// <summary>Begins the flow. Returns false while somebody else is reading; <see cref="BeginAsync"/> waits for them.</summary>
    public abstract bool TryBegin();

    /// <summary>Begins the flow as soon as nobody else is reading.</summary>
    public virtual Task BeginAsync(CancellationToken cancellationToken)
    {
        _ = TryBegin();
        return Task.CompletedTask;
    }

    /// <summary>Waits for more output. Returns false at the end.</summary>
    public abstract ValueTask<bool> WaitAsync(CancellationToken cancellationToken);

    /// <summary>Takes a piece of the available output.</summary>
    public abstract byte[] Take(int maxLength);

    /// <summary>Ends the flow.</summary>
    public abstract void End(bool isAtEnd);
}

/// <summary>The output itself, which nobody else may read meanwhile.</summary>
internal sealed class PipeFeed(OutputSource source, OutputReader reader) : DataFeed
{
    public override bool TryBegin()
    {
        if (!reader.TryEnter())
        {
            return false;
        }

        source.BeginLoop(deliversEnd: true);
        return true;
    }

    public override async Task BeginAsync(CancellationToken cancellationToken)
    {
        await reader.EnterAsync(cancellationToken).ConfigureAwait(false);
        source.BeginLoop(deliversEnd: true);
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

/// <summary>Captured output from its beginning. The capture itself doesn't wait for the handlers.</summary>
internal sealed class CaptureFeed(OutputBuffer capture) : DataFeed
{
    private long _position;

    public override bool TryBegin() => true;

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
