using TypedExec.IO;

namespace TypedExec.Exploration;

/// <summary>A pipe without a kernel: what the platforms' pipes promise, in the plainest way.</summary>
internal sealed class MemoryPipe : ReadPipe
{
    private readonly object _gate = new();
    private readonly Queue<byte> _bytes = new();
    private TaskCompletionSource? _change;
    private IByteSink? _sink;
    private bool _isEnded;

    /// <summary>The child writes.</summary>
    public void Write(byte value) => Change(() => _bytes.Enqueue(value));

    /// <summary>The child closes its end.</summary>
    public void End() => Change(() => _isEnded = true);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change;
            lock (_gate)
            {
                if (_bytes.TryDequeue(out var value))
                {
                    buffer.Span[0] = value;
                    return 1;
                }

                if (_isEnded)
                {
                    return 0;
                }

                change = (_change ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            await change;
        }
    }

    public override void CollectTo(IByteSink sink)
    {
        lock (_gate)
        {
            _sink = sink;
        }

        _ = Task.Run(Feed);
    }

    public override bool StopCollecting()
    {
        lock (_gate)
        {
            _sink = null;
            return true;
        }
    }

    public override void CloseWhenEmpty() => End();

    public override void CloseKeepingRest() => End();

    public override void Close() => Change(() =>
    {
        _bytes.Clear();
        _isEnded = true;
    });

    private void Change(Action change)
    {
        TaskCompletionSource? waiting;
        lock (_gate)
        {
            change();
            (waiting, _change) = (_change, null);
        }

        waiting?.SetResult();
        Feed();
    }

    /// <summary>Gives the sink what there is, until it wants no more or there is an end.</summary>
    private void Feed()
    {
        IByteSink? sink;
        var isPaused = false;
        lock (_gate)
        {
            sink = _sink;
            while (_sink is not null && !isPaused && _bytes.Count > 0)
            {
                isPaused = _sink.Wanted == 0 || !_sink.Write([_bytes.Dequeue()]);
            }

            if (!isPaused && !(_sink is not null && _isEnded && _bytes.Count == 0))
            {
                return;
            }

            _sink = null;
        }

        if (isPaused)
        {
            sink!.Paused();
        }
        else
        {
            sink!.End();
        }
    }
}
