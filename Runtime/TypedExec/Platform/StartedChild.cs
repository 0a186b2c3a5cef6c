using TypedExec.IO;

namespace TypedExec.Platform;

/// <summary>A child that was started, as its platform sees it.</summary>
internal abstract class StartedChild
{
    public abstract int Pid { get; }

    /// <summary>The parent's writing end of the pipe at this index of stdio, if there is one.</summary>
    public abstract WritePipe? Input(int index);

    /// <summary>The parent's reading end of the pipe at this index of stdio, if there is one.</summary>
    public abstract ReadPipe? Output(int index);

    /// <summary>
    /// Calls <paramref name="exited"/> once, when the child has ended and has been reaped, on a thread where no user's code
    /// may run; at once if that has happened already.
    /// </summary>
    public abstract void WatchExit(Action<ExitStatus> exited);

    /// <summary>
    /// Calls <paramref name="lost"/> when what keeps <c>KillOnParentExit</c> has ended before the child, on a thread where no
    /// user's code may run.
    /// </summary>
    public virtual void WatchGuard(Action<Exception> lost)
    {
    }

    /// <summary>
    /// Sends a signal to the child, or to its whole process group.
    /// </summary>
    /// <returns>0, or the errno: <see cref="Errno.ESRCH"/> when it has ended.</returns>
    public abstract int Kill(Signal signal, bool group);

    /// <summary>Sets the size of the child's terminal; nothing where that was closed.</summary>
    public virtual void Resize(TerminalSize size) => throw new PlatformNotSupportedException();

    /// <summary>
    /// Types the key for the end of input into the child's terminal, until the child has ended: whenever the program has read
    /// one, the next is there, as with a file at its end.
    /// </summary>
    /// <param name="input">What the terminal reads from.</param>
    /// <param name="isAtLineStart">Whether the last line that was typed is complete.</param>
    /// <param name="childEnded">Cancelled when the child has ended.</param>
    public virtual Task EndTerminalInputAsync(Stream input, bool isAtLineStart, CancellationToken childEnded) => throw new PlatformNotSupportedException();

    /// <summary>Whether others still run in the child's group; to be asked before <see cref="Release()"/>.</summary>
    public virtual bool HasGroupMembers => false;

    /// <summary>Frees what was kept of an ended child so that its group could still be signalled; no signal comes after it.</summary>
    public abstract void Release();

    /// <summary>
    /// The same without holding the calling thread: <paramref name="released"/> is called when nothing of the child is left,
    /// at once or on a thread where no user's code may run.
    /// </summary>
    public virtual void Release(Action released)
    {
        Release();
        released();
    }
}
