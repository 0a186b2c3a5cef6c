using System.Buffers;
using TypedExec.IO;

namespace TypedExec.Platform.Linux;

/// <summary>Reads for a sink whenever there is something, without being asked again.</summary>
internal sealed partial class LinuxReadPipe
{
    /// <summary>How many bytes of one child may be read at a stretch before others are served.</summary>
    private const int CollectBudget = 1024 * 1024;

    private const int SmallRead = 4 * 1024;

    private IByteSink? _sink;
    private bool _isPaused;

    // Locks aren't fair: a thread that collects as fast as a child writes would never let a reader in that wants it to stop.
    private volatile bool _isToStop;

    public override void CollectTo(IByteSink sink)
    {
        lock (_gate)
        {
            _sink = sink;
            _isPaused = false;
            if (!_end.IsClosed && !_closesWhenEmpty)
            {
                _end.WatchOnce();
                return;
            }

            if (!_end.IsClosed)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return;
            }
        }

        // Not in this call, because the caller may hold a lock.
        ThreadPool.UnsafeQueueUserWorkItem(static pipe => pipe.EndSink(), this, preferLocal: false);
    }

    public override bool StopCollecting()
    {
        _isToStop = true;
        lock (_gate)
        {
            _isToStop = false;
            _sink = null;
            return true;
        }
    }

    /// <summary>Collects fast output here, off the loop's thread, which has to serve the other children.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        var scratch = ArrayPool<byte>.Shared.Rent(64 * 1024);
        IByteSink? sink;
        Progress progress;
        do
        {
            while (_isToStop)
            {
                Thread.Yield();
            }

            lock (_gate)
            {
                sink = _sink;
                if (_end.IsClosed || sink is null || _isPaused)
                {
                    break;
                }

                progress = Collect(sink, scratch);
                if (progress == Progress.Waits && !_flow.PauseForFastWriter())
                {
                    _end.WatchOnce();
                    break;
                }
            }
        }
        while (!Report(sink, progress));

        ArrayPool<byte>.Shared.Return(scratch);
    }

    /// <summary>
    /// Tells the sink, without the gate, that there is no more output, or none for now. Returns false if neither is the case.
    /// </summary>
    private bool Report(IByteSink sink, Progress progress)
    {
        switch (progress)
        {
            case Progress.Ended:
                EndSink();
                return true;
            case Progress.Paused:
                sink.Paused();
                return true;
            default:
                return false;
        }
    }

    private void EndSink()
    {
        IByteSink? sink;
        lock (_gate)
        {
            sink = _sink;
            _sink = null;
            if (sink is not null && !_rest.IsEmpty)
            {
                _ = sink.Write(_rest.Span);
                _rest = default;
            }
        }

        sink?.End();
    }

    /// <summary>Reads for the sink.</summary>
    private Progress Collect(IByteSink sink, Span<byte> scratch)
    {
        for (var total = 0; total < CollectBudget && !_isToStop;)
        {
            var count = Descriptor.Read(_end.Descriptor, sink, scratch, out var isTaken);
            if (count == -Errno.EAGAIN && !_closesWhenEmpty)
            {
                return Progress.Waits;
            }

            if (!isTaken)
            {
                _isPaused = true;
                return Progress.Paused;
            }

            if (count <= 0)
            {
                CloseDescriptor();
                return Progress.Ended;
            }

            _flow.OnRead(_end.Descriptor, count);
            if (count < SmallRead && !_closesWhenEmpty)
            {
                // The pipe is most likely empty now. If it isn't, the loop reports it immediately.
                return Progress.Waits;
            }

            total += count;
        }

        return Progress.Waits;
    }

    /// <summary>The state of collecting for a sink.</summary>
    private enum Progress
    {
        Waits,
        Paused,
        Ended,
    }
}
