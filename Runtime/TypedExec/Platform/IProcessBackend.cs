using Microsoft.Win32.SafeHandles;
using TypedExec.IO;
using TypedExec.Requests;

namespace TypedExec.Platform;

/// <summary>
/// How a platform starts children. The rest of the runtime knows platforms only through this interface. See docs/architecture.md.
/// </summary>
internal interface IProcessBackend
{
    /// <summary>Rejects what this backend doesn't support before anything is started.</summary>
    /// <exception cref="PlatformNotSupportedException">The request isn't supported; the message names the option.</exception>
    void Check(StartRequest request)
    {
    }

    /// <summary>Gets the clock for the timeouts and durations of its children.</summary>
    TimeProvider Time => TimeProvider.System;

    /// <summary>Opens a pipe between two stages of a pipeline. No other child inherits either end.</summary>
    /// <exception cref="SpawnFailureException">The kernel refuses.</exception>
    (SafeFileHandle ReadEnd, SafeFileHandle WriteEnd) OpenPipe();

    /// <summary>Starts a child.</summary>
    /// <exception cref="SpawnFailureException">The child couldn't be started; nothing is left open or running.</exception>
    StartedChild Start(StartRequest request);

    /// <summary>Runs children to completion on the caller's thread. The outcome reports a child that can't be started.</summary>
    RunOutcome RunSync(SyncPlan plan) => new WaitDriver(this, plan).Run();

    /// <summary>
    /// Opens this process's own end of the channel to the parent that forked it. Returns null, without touching the descriptor,
    /// if it isn't a connected AF_UNIX socket (on Windows, a pipe with overlapped I/O) that this process was started with.
    /// </summary>
    (ReadPipe Output, WritePipe Input)? OpenChannel(int descriptor);
}
