using Microsoft.Win32.SafeHandles;
using TypedExec.IO;
using TypedExec.Requests;

namespace TypedExec.Platform;

/// <summary>How a platform starts children: all that the rest of the runtime knows of it. See docs/architecture.md.</summary>
internal interface IProcessBackend
{
    /// <summary>Refuses what this backend cannot do, before anything is started.</summary>
    /// <exception cref="PlatformNotSupportedException">It cannot serve the request; the message names the option.</exception>
    void Check(StartRequest request)
    {
    }

    /// <summary>The clock of its children: their timeouts and how long they take go by it.</summary>
    TimeProvider Time => TimeProvider.System;

    /// <summary>A pipe between two stages of a pipeline; neither end is inherited by any other child.</summary>
    /// <exception cref="SpawnFailureException">The kernel refuses.</exception>
    (SafeFileHandle ReadEnd, SafeFileHandle WriteEnd) OpenPipe();

    /// <summary>Starts a child.</summary>
    /// <exception cref="SpawnFailureException">It could not be started; nothing is left open or running.</exception>
    StartedChild Start(StartRequest request);

    /// <summary>Runs children to their end on the caller's thread; one that cannot be started is told by the outcome.</summary>
    RunOutcome RunSync(SyncPlan plan) => new WaitDriver(this, plan).Run();

    /// <summary>
    /// This process's own end of the channel to the parent that forked it; null, and nothing is done to it, where the
    /// descriptor is no connected socket of AF_UNIX that this process was started with.
    /// </summary>
    (ReadPipe Output, WritePipe Input)? OpenChannel(int descriptor);
}
