using System.Buffers;

namespace TypedExec.IO;

/// <summary>
/// Reads an output and passes each piece to the capture, if there is one, and to every target before it reads the next.
/// </summary>
/// <param name="pipe">The output.</param>
/// <param name="capture">Keeps the bytes, or null to keep none.</param>
/// <param name="targets">The targets.</param>
/// <param name="failed">Called for the first failure of each target, which then gets no more. The others and the capture still
/// do, so that the child isn't blocked while it is being stopped. Not called for a canceled target.</param>
/// <param name="cancellationToken">Passed to the targets.</param>
internal sealed class TargetPump(
    ReadPipe pipe, IByteSink? capture, IReadOnlyList<OutputTarget> targets, Action<Exception> failed, CancellationToken cancellationToken)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>How long other code gets to free memory before a read that found none is retried.</summary>
    private const int RetryMilliseconds = 10;

    private readonly bool[] _hasFailed = new bool[targets.Count];

    /// <summary>Completes when the output has ended and every target has finished with it. It never fails.</summary>
    public async Task RunAsync()
    {
        // The targets are user code, and this may be called from anywhere.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            while (!await TryPumpAsync().ConfigureAwait(false))
            {
                await Task.Delay(RetryMilliseconds, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            failed(exception);
            pipe.Close();
        }

        for (var i = 0; i < targets.Count; i++)
        {
            await EndAsync(i).ConfigureAwait(false);
        }

        capture?.End();
    }

    /// <summary>
    /// Returns false if there was no memory. Stopping then would block the child, and code that waits for it, forever.
    /// </summary>
    private async Task<bool> TryPumpAsync()
    {
        byte[]? buffer = null;
        try
        {
            buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
            int count;
            while ((count = await pipe.ReadAsync(buffer, CancellationToken.None).ConfigureAwait(false)) > 0)
            {
                await GiveAsync(buffer.AsMemory(0, count)).ConfigureAwait(false);
            }

            return true;
        }
        catch (OutOfMemoryException shortage)
        {
            failed(shortage);
            return false;
        }
        finally
        {
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private async ValueTask GiveAsync(ReadOnlyMemory<byte> bytes)
    {
        _ = capture?.Write(bytes.Span);
        for (var i = 0; i < targets.Count; i++)
        {
            if (_hasFailed[i])
            {
                continue;
            }

            try
            {
                await targets[i].WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                Fail(i, exception);
            }
        }
    }

    private async ValueTask EndAsync(int target)
    {
        try
        {
            await targets[target].EndAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Fail(target, exception);
        }
    }

    private void Fail(int target, Exception exception)
    {
        if (!_hasFailed[target])
        {
            _hasFailed[target] = true;
            if (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
            {
                failed(exception);
            }
        }
    }
}
