using TypedExec.IO;
using TypedExec.Requests;
using TypedExec.Telemetry;

namespace TypedExec.Platform;

/// <summary>One stage of a run on the caller's thread, as its driver sees it.</summary>
/// <param name="request">What it was started from.</param>
/// <param name="maxBuffer">How many bytes each of its outputs may have.</param>
internal abstract class SyncStage(StartRequest request, long maxBuffer)
{
    public abstract int Pid { get; }

    /// <summary>How it ended, or null while it runs.</summary>
    public ExitStatus? Status { get; protected set; }

    public bool Killed { get; private set; }

    public StartRequest Request => request;

    /// <summary>For each entry of stdio what is captured of it, or null.</summary>
    public OutputBuffer?[] Buffers { get; } = new OutputBuffer?[request.Stdio.Count];

    /// <summary>How many outputs have not ended, to be asked once, when the stage was started.</summary>
    public int OutputCount
    {
        get
        {
            var count = 0;
            foreach (var buffer in Buffers)
            {
                count += buffer is null ? 0 : 1;
            }

            return count;
        }
    }

    /// <summary>What is told of it to listeners, or null.</summary>
    public ChildTrace? Trace { get; set; }

    public Deadline ForceKill { get; set; }

    public Deadline Drain { get; set; }

    /// <summary>Whether its driver was told to look for the end of its group.</summary>
    public bool IsGroupWatched { get; set; }

    /// <summary>Whether its end was reported to the policy.</summary>
    public bool IsExitReported { get; set; }

    /// <summary>Whether others run in its group.</summary>
    public abstract bool HasGroupMembers { get; }

    /// <summary>Sends a signal to it, or to its group; 0 or the errno.</summary>
    public int Kill(Signal signal)
    {
        var errno = Send(signal, request.KillGroup);
        Killed |= errno == 0;
        return errno;
    }

    /// <summary>Takes what is in the pipes of its outputs, and closes them; their ends are reported like any other.</summary>
    public abstract void DropOutputs();

    /// <summary>Nobody waits for it any more: whenever it ends, it is reaped.</summary>
    public abstract void LetGo();

    /// <summary>Frees what was kept of it; no signal is sent any more.</summary>
    public abstract void Release();

    protected abstract int Send(Signal signal, bool group);

    protected OutputBuffer Capture(int index, Action<OutputBuffer>? refused = null)
        => Buffers[index] = new OutputBuffer(maxBuffer, refused);
}
