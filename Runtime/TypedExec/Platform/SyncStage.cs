using TypedExec.IO;
using TypedExec.Requests;
using TypedExec.Telemetry;

namespace TypedExec.Platform;

/// <summary>One stage of a run on the caller's thread, as its driver sees it.</summary>
/// <param name="request">The request that started it.</param>
/// <param name="maxBuffer">The maximum number of bytes of each of its outputs.</param>
internal abstract class SyncStage(StartRequest request, long maxBuffer)
{
    private readonly object _buffers = new();

    public abstract int Pid { get; }

    /// <summary>Gets or sets its exit status, or null while it is running.</summary>
    public ExitStatus? Status { get; protected set; }

    public bool Killed { get; private set; }

    public StartRequest Request => request;

    /// <summary>Gets what is captured of each stdio entry, or null.</summary>
    public OutputBuffer?[] Buffers { get; } = new OutputBuffer?[request.Stdio.Count];

    /// <summary>Gets how many outputs haven't ended. Must be read once, when the stage was started.</summary>
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

    /// <summary>Gets or sets what notifies listeners of it, or null.</summary>
    public ChildTrace? Trace { get; set; }

    public Deadline ForceKill { get; set; }

    public Deadline Drain { get; set; }

    /// <summary>Gets or sets whether its driver was ordered to poll for the end of its group.</summary>
    public bool IsGroupWatched { get; set; }

    /// <summary>Gets or sets whether its exit was reported to the policy.</summary>
    public bool IsExitReported { get; set; }

    /// <summary>Gets whether other processes are running in its group.</summary>
    public abstract bool HasGroupMembers { get; }

    /// <summary>Sends a signal to it, or to its group. Returns 0 or the errno.</summary>
    public int Kill(Signal signal)
    {
        var errno = Send(signal, request.KillGroup);
        Killed |= errno == 0;
        return errno;
    }

    /// <summary>Takes what is in the pipes of its outputs, and closes them. Their ends are reported like any other.</summary>
    public abstract void DropOutputs();

    /// <summary>Stops waiting for it. It is reaped whenever it exits.</summary>
    public abstract void Abandon();

    /// <summary>Releases what was kept of it. No signal may be sent afterwards.</summary>
    public abstract void Release();

    protected abstract int Send(Signal signal, bool group);

    protected OutputBuffer Capture(int index, IBufferObserver? observer = null)
        => Buffers[index] = new OutputBuffer(maxBuffer, observer, _buffers);
}
