using TypedExec.IO;

namespace TypedExec.Platform;

/// <summary>A started child, as its platform sees it.</summary>
internal abstract class StartedChild
{
    public abstract int Pid { get; }

    /// <summary>Returns the parent's writing end of the pipe at this stdio index, if there is one.</summary>
    public abstract WritePipe? Input(int index);

    /// <summary>Returns the parent's reading end of the pipe at this stdio index, if there is one.</summary>
    public abstract ReadPipe? Output(int index);

    /// <summary>Calls <paramref name="exited"/> once, when the child has exited and has been reaped, on a thread where no user
    /// code may run; immediately if that has already happened.</summary>
    public abstract void WatchExit(Action<ExitStatus> exited);

    /// <summary>Calls <paramref name="lost"/> if the watchdog of <c>KillOnParentExit</c> has exited before the child, on a thread
    /// where no user code may run.</summary>
    public virtual void WatchGuard(Action<Exception> lost)
    {
    }

    /// <summary>Sends a signal to the child, or to its whole process group.</summary>
    /// <returns>0, or the errno: <see cref="Errno.ESRCH"/> if it has exited.</returns>
    public abstract int Kill(Signal signal, bool group);

    /// <summary>Sets the size of the child's terminal. Has no effect if that was closed.</summary>
    public virtual void Resize(TerminalSize size) => throw new PlatformNotSupportedException();

    /// <summary>
    /// Types the end-of-input key into the child's terminal until the child has exited: whenever the program has read one, the
    /// next one follows, as with a file at its end.
    /// </summary>
    /// <param name="input">The pipe that the terminal reads from.</param>
    /// <param name="isAtLineStart">True if the last line that was typed is complete.</param>
    /// <param name="childEnded">Canceled when the child has exited.</param>
    public virtual Task EndTerminalInputAsync(Stream input, bool isAtLineStart, CancellationToken childEnded) => throw new PlatformNotSupportedException();

    /// <summary>
    /// Gets whether other processes are running in the child's group. Must be called before <see cref="Release()"/>.
    /// </summary>
    public virtual bool HasGroupMembers => false;

    /// <summary>
    /// Releases the zombie kept so that its process group could still be signaled. No signal may be sent afterwards.
    /// </summary>
    public abstract void Release();

    /// <summary>Does the same without blocking the calling thread: <paramref name="released"/> is called when nothing of the
    /// child is left, immediately or on a thread where no user code may run.</summary>
    public virtual void Release(Action released)
    {
        Release();
        released();
    }
}
