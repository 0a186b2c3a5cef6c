using TypedExec.IO;
using TypedExec.Requests;

namespace TypedExec.Platform.Portable;

/// <summary>
/// One child of a sync call: its outputs are captured while the calling thread waits. Everything that changes here changes
/// under the gate, which is pulsed then.
/// </summary>
internal sealed class CapturedChild
{
    private readonly object _gate;
    private readonly StartedChild _child;
    private readonly StartRequest _request;
    private readonly OutputBuffer?[] _buffers;
    private int _openOutputs;
    private Deadline _drain;

    public CapturedChild(StartedChild child, StartRequest request, long maxBuffer, object gate)
    {
        _gate = gate;
        _child = child;
        _request = request;
        _buffers = new OutputBuffer?[request.Stdio.Count];
        for (var i = 1; i < _buffers.Length; i++)
        {
            if (child.Output(i) is not null)
            {
                var index = i;
                _buffers[i] = new OutputBuffer(maxBuffer, _ => Change(() => Overflowed ??= index)) { Ended = () => Change(() => _openOutputs--) };
                _openOutputs++;
            }
        }
    }

    public int Pid => _child.Pid;

    public RunOptions Options => _request.Options;

    public ExitStatus? Status { get; private set; }

    /// <summary>The first output that had more than <c>MaxBuffer</c> bytes.</summary>
    public int? Overflowed { get; private set; }

    public bool IsClosed => Status is not null && _openOutputs == 0;

    public Deadline Drain => IsClosed ? default : _drain;

    public bool HasGroupMembers => _request.KillsGroup && _child.HasGroupMembers;

    public byte[]?[] Output => Array.ConvertAll(_buffers, static buffer => buffer?.ToArray());

    /// <summary>Starts to capture, to feed, and to wait for the end.</summary>
    public void Begin(ReadOnlyMemory<byte> input)
    {
        for (var i = 1; i < _buffers.Length; i++)
        {
            if (_buffers[i] is { } buffer)
            {
                _child.Output(i)!.CollectTo(buffer);
            }
        }

        if (_child.Input(0) is { } stdin)
        {
            _ = FeedAsync(stdin, input);
        }

        _child.WatchExit(status => Change(() =>
        {
            Status = status;
            _drain = Deadline.After(Options.DrainTimeout);
            _child.Input(0)?.Close();
        }));
    }

    public void CheckDrain()
    {
        if (Drain.HasPassed)
        {
            _drain = default;
            CloseOutputs();
        }
    }

    public void Kill(Signal signal) => _ = _child.Kill(signal, _request.KillsGroup);

    public void CloseOutputs()
    {
        for (var i = 1; i < _buffers.Length; i++)
        {
            _child.Output(i)?.Close();
        }
    }

    public void Release() => _child.Release();

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>That the child stops reading early is its right and no failure of the run.</summary>
    private static async Task FeedAsync(WritePipe stdin, ReadOnlyMemory<byte> input)
    {
        try
        {
            await stdin.WriteAsync(input, CancellationToken.None).ConfigureAwait(false);
        }
        catch (IOException)
        {
        }

        stdin.Close();
    }
}
