using TypedExec.IO;
using TypedExec.Requests;

namespace TypedExec.Platform;

/// <summary>What a stage reports, on any thread.</summary>
/// <param name="Refused">Creates the report that an output had more than it may have, or than there is memory for.</param>
/// <param name="OutputEnded">Reports that an output has ended.</param>
/// <param name="Exited">Reports that the child has exited.</param>
internal sealed record StageNotes(Func<int, Action> Refused, Action OutputEnded, Action<ExitStatus> Exited);

/// <summary>One stage of a run whose bytes are moved by the thread pool.</summary>
internal sealed class WaitedStage : SyncStage, IEndObserver, IBufferObserver
{
    private readonly StartedChild _child;
    private readonly StageNotes _notes;

    // Made beforehand: there may be no memory for it later.
    private readonly Action?[] _refused;
    private int _releases;

    public WaitedStage(StartedChild child, StartRequest request, ReadOnlyMemory<byte> input, long maxBuffer, StageNotes notes)
        : base(request, maxBuffer)
    {
        _child = child;
        _notes = notes;
        _refused = new Action?[Buffers.Length];
        for (var i = 1; i < Buffers.Length; i++)
        {
            if (child.Output(i) is { } pipe)
            {
                _refused[i] = notes.Refused(i);
                var buffer = Capture(i, this);
                buffer.EndObserver = this;
                pipe.CollectTo(buffer);
            }
        }

        if (child.Input(0) is { } stdin)
        {
            _ = stdin.FeedAsync(input);
        }

        child.WatchExit(status =>
        {
            notes.Exited(status);
            ReleaseAtSecondCall();
        });
    }

    public override int Pid => _child.Pid;

    void IEndObserver.OnEnded() => _notes.OutputEnded();

    void IBufferObserver.OnRefused(OutputBuffer buffer) => _refused[Array.IndexOf(Buffers, buffer)]!();

    public override bool HasGroupMembers => _child.HasGroupMembers;

    public void OnExited(ExitStatus status)
    {
        Status = status;
        _child.Input(0)?.Close();
    }

    public override void DropOutputs()
    {
        for (var i = 1; i < Buffers.Length; i++)
        {
            _child.Output(i)?.CloseKeepingRest();
        }
    }

    public override void Abandon()
    {
        _child.Input(0)?.Close();
        ReleaseAtSecondCall();
    }

    public override void Release() => _child.Release();

    /// <summary>An abandoned stage is released when it has also exited.</summary>
    private void ReleaseAtSecondCall()
    {
        if (Interlocked.Increment(ref _releases) == 2)
        {
            _child.Release();
        }
    }

    protected override int Send(Signal signal, bool group) => _child.Kill(signal, group);
}
