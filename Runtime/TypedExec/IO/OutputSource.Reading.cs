using System.Runtime.CompilerServices;

namespace TypedExec.IO;

/// <content>One read at a time: first what was kept, then the pipe.</content>
internal sealed partial class OutputSource
{
    /// <summary>Reads the kept output, and then the pipe.</summary>
    /// <exception cref="InvalidOperationException">The output is captured, or another read is in progress.</exception>
    /// <exception cref="IOException">Output was dropped because it wasn't read.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var result = -1;
        BeginRead();
        try
        {
            int count;
            while (!TryTake(buffer.Span, out count, out var isPipeFree))
            {
                if (isPipeFree)
                {
                    count = await _pipe.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                    break;
                }

                await _kept!.ChangeAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            return result = count;
        }
        finally
        {
            EndRead(isAtEnd: result == 0);
        }
    }

    /// <inheritdoc cref="ReadAsync"/>
    public int Read(Span<byte> buffer)
    {
        var result = -1;
        BeginRead();
        try
        {
            int count;
            while (!TryTake(buffer, out count, out var isPipeFree))
            {
                if (isPipeFree)
                {
                    count = _pipe.Read(buffer);
                    break;
                }

                _kept!.ChangeAsync().GetAwaiter().GetResult();
            }

            return result = count;
        }
        finally
        {
            EndRead(isAtEnd: result == 0);
        }
    }

    private void BeginRead()
    {
        lock (_group.Gate)
        {
            ThrowIfCaptured();
            if (_isReading)
            {
                throw new InvalidOperationException("Another read of this output is in progress; await it first.");
            }

            _isReading = true;
            StopKeeping();
            _group.OnRead(this);
        }
    }

    private void EndRead(bool isAtEnd)
    {
        lock (_group.Gate)
        {
            _isReading = false;
            isAtEnd &= !_deliversEnd;
            if (!isAtEnd)
            {
                KeepIfIdle();
            }
        }

        if (isAtEnd)
        {
            OnEnded();
        }
    }

    /// <summary>Takes kept output. Returns false if there is none, or none yet.</summary>
    private bool TryTake(Span<byte> buffer, out int count, out bool isPipeFree)
    {
        // Checked first, because what is collected meanwhile comes before the end.
        var isAtEnd = _kept is { IsAtEnd: true };
        count = _kept?.Take(buffer) ?? 0;
        isPipeFree = false;
        if (count > 0 || isAtEnd)
        {
            ThrowIfDropped(count);
            return true;
        }

        ThrowIfDropped(count);
        lock (_group.Gate)
        {
            StopKeeping();
            isPipeFree = !_isCollecting && _kept is null or { IsEmpty: true, IsAtEnd: false };
            return false;
        }
    }

    private void ThrowIfDropped(int count)
    {
        if (count == 0 && _kept is { Dropped: > 0 and var dropped })
        {
            throw new IOException(
                $"{dropped:N0} bytes of this output were dropped because more than {_group.MaxUnread:N0} bytes were unread.  "
                + $"Read the output while the child is running, or increase {nameof(SpawnOptions.MaxUnread)}.");
        }
    }
}
