using System.Buffers;
using TypedExec.IO;

namespace TypedExec.Ipc;

/// <summary>The outgoing messages: written immediately if the socket accepts them, otherwise kept and written in order.</summary>
internal sealed class Outbox(WritePipe end, IMessageCodec codec)
{
    /// <summary>Node's limit: if more than this is waiting, <c>send</c> returns false.</summary>
    private const int LargeBacklog = 2 * 64 * 1024;

    /// <summary>A buffer that grew beyond this for one long message is released afterwards.</summary>
    private const int KeptBuffer = 1024 * 1024;

    private readonly Lock _gate = new();
    private ArrayBufferWriter<byte> _filling = new(256);
    private ArrayBufferWriter<byte> _writing = new(256);
    private TaskCompletionSource? _nextBatch;
    private bool _isWriting;

    /// <summary>Sends a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="isBacklogLarge">True if many messages are waiting to be written.</param>
    /// <returns>Completes when the message has been handed to the operating system; fails with <see cref="IOException"/>.</returns>
    public Task Send(IpcMessage message, out bool isBacklogLarge)
    {
        // No user code runs under the lock.
        var encoded = message.MayRunCode ? Encoded(message) : null;
        lock (_gate)
        {
            if (encoded is null)
            {
                Encode(message);
            }
            else
            {
                _filling.Write(encoded.WrittenSpan);
            }

            if (_isWriting)
            {
                isBacklogLarge = _filling.WrittenCount + _writing.WrittenCount > LargeBacklog;
                return NextBatch();
            }

            var write = WriteBatchAsync();
            if (write.IsCompletedSuccessfully)
            {
                isBacklogLarge = false;
                Clear();
                return Task.CompletedTask;
            }

            _isWriting = true;
            ExitFlush.Add(this);
            isBacklogLarge = _writing.WrittenCount > LargeBacklog;
            var batch = NewBatch();
            _ = WriteOnAsync(write, batch);
            return batch.Task;
        }
    }

    /// <summary>Completes when everything that was sent so far has been written or has failed.</summary>
    public Task FlushAsync()
    {
        lock (_gate)
        {
            return _isWriting ? Task.WhenAny(NextBatch()) : Task.CompletedTask;
        }
    }

    private Task NextBatch() => (_nextBatch ??= NewBatch()).Task;

    private static TaskCompletionSource NewBatch() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async ValueTask WriteBatchAsync()
    {
        (_filling, _writing) = (_writing, _filling);
        await end.WriteAsync(_writing.WrittenMemory, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task WriteOnAsync(ValueTask write, TaskCompletionSource? batch)
    {
        while (true)
        {
            try
            {
                await write.ConfigureAwait(false);
                batch?.TrySetResult();
            }
            catch (IOException exception)
            {
                batch?.TrySetException(exception);
                Fail(exception);
                return;
            }

            lock (_gate)
            {
                Clear();
                (batch, _nextBatch) = (_nextBatch, null);
                if (_filling.WrittenCount == 0)
                {
                    _isWriting = false;
                    ExitFlush.Remove(this);
                    batch?.TrySetResult();
                    return;
                }

                write = WriteBatchAsync();
            }
        }
    }

    private void Fail(IOException exception)
    {
        lock (_gate)
        {
            _isWriting = false;
            ExitFlush.Remove(this);
            _filling.ResetWrittenCount();
            Clear();
            _nextBatch?.TrySetException(exception);
            _nextBatch = null;
        }
    }

    private void Clear()
    {
        if (_writing.Capacity > KeptBuffer)
        {
            _writing = new(256);
        }

        _writing.ResetWrittenCount();
    }

    private ArrayBufferWriter<byte> Encoded(IpcMessage message)
    {
        var encoded = new ArrayBufferWriter<byte>(256);
        codec.Encode(message, encoded);
        return encoded;
    }

    private void Encode(IpcMessage message)
    {
        var before = _filling.WrittenCount;
        try
        {
            codec.Encode(message, _filling);
        }
        catch
        {
            // The part that was written of a message that can't be encoded completely is removed.
            var kept = _filling.WrittenSpan[..before].ToArray();
            _filling.ResetWrittenCount();
            _filling.Write(kept);
            throw;
        }
    }
}
