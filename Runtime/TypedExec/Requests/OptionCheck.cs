using System.Runtime.InteropServices;

namespace TypedExec.Requests;

/// <summary>Rejects invalid options before anything is started.</summary>
internal static class OptionCheck
{
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    public static void Check(RunOptions options)
    {
        ArgumentCheck.ThrowIfNul(options.Cwd, nameof(ProcessOptions.Cwd));
        if (options.Cwd is { Length: 0 })
        {
            throw new ArgumentException("The option Cwd is empty. Leave it null for the parent's working directory.", nameof(ProcessOptions.Cwd));
        }

        Time(options.Timeout, nameof(ProcessOptions.Timeout));
        Time(options.StopLimits.ForceKillAfterKill, nameof(ProcessOptions.ForceKillAfter));
        Time(options.StopLimits.DrainTimeout, nameof(ProcessOptions.DrainTimeout));
        ArgumentCheck.KnownSignal(options.KillSignal, nameof(ProcessOptions.KillSignal));
        if (options.Uid == uint.MaxValue || options.Gid == uint.MaxValue)
        {
            // setresuid(2) interprets it as "leave unchanged", which would silently keep the parent's ID.
            throw new ArgumentOutOfRangeException(
                options.Uid == uint.MaxValue ? nameof(ProcessOptions.Uid) : nameof(ProcessOptions.Gid), "4294967295 isn't a valid ID.");
        }

        UserName(options);
    }

    private static void UserName(RunOptions options)
    {
        ArgumentCheck.ThrowIfNul(options.UserName, nameof(ProcessOptions.UserName));
        if (options.UserName is { Length: 0 })
        {
            throw new ArgumentException("The option UserName is empty. Leave it null for the parent's user.", nameof(ProcessOptions.UserName));
        }

        if (options is { UserName: not null, Uid: not null })
        {
            throw new ArgumentException(
                "The options UserName and Uid both specify the child's user. Set only one of them.", nameof(ProcessOptions.UserName));
        }
    }

    /// <exception cref="ArgumentException">They contradict each other.</exception>
    public static void NotBoth(bool killOnParentExit, bool detached)
    {
        if (killOnParentExit && detached)
        {
            throw new ArgumentException(
                "The options KillOnParentExit and Detached contradict each other: one ends the child with its parent, the other lets it outlive its parent. Set only one of them.",
                nameof(ProcessOptions.KillOnParentExit));
        }
    }

    /// <exception cref="ArgumentException">The option is invalid, or contradicts another one.</exception>
    public static void Terminal(TerminalSize size, IReadOnlyList<Stdio> stdio)
    {
        TerminalSize.Check(size, $"The option {nameof(SpawnOptions.Terminal)}");
        for (var i = 0; i < 3; i++)
        {
            if (!stdio[i].IsPipe)
            {
                throw new ArgumentException(
                    $"The options Terminal and Stdio contradict each other: the terminal is the child's 0, 1 and 2, but Stdio has another entry at {i}. Leave that entry a pipe.",
                    nameof(SpawnOptions.Stdio));
            }
        }
    }

    /// <summary>Rejects options that a run whose output is captured at a terminal doesn't support.</summary>
    /// <exception cref="ArgumentException">An option contradicts <c>Terminal</c>.</exception>
    public static void AtTerminal(IReadOnlyList<Output>? stderr, ProcessInput input)
    {
        if (stderr is not (null or [{ Kind: OutputKind.Stdout }]))
        {
            throw new ArgumentException(
                "The options Terminal and Stderr contradict each other: the terminal is the child's stdout and stderr, and its output goes to Stdout. Don't set Stderr.",
                nameof(CaptureOptions.Stderr));
        }

        if (input.IsInherited)
        {
            throw new ArgumentException(
                "The options Terminal and Input contradict each other: the terminal is the child's stdin, so the child can't inherit this process's stdin. Pass a text, bytes or a stream, which is typed.",
                nameof(CaptureOptions.Input));
        }
    }

    /// <inheritdoc cref="AtTerminal(IReadOnlyList{Output}, ProcessInput)"/>
    public static void AtTerminal(IReadOnlyList<Stdio>? stdio)
    {
        if (stdio is { Count: > 3 })
        {
            throw new ArgumentException(
                "A synchronous call can't combine the options Terminal and Stdio, because it only reads the terminal. Don't set Stdio, or use Spawn.",
                nameof(SpawnSyncOptions.Stdio));
        }
    }

    /// <exception cref="ArgumentException">The option is invalid.</exception>
    public static void MaxBuffer(long bytes)
    {
        if (bytes < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(CaptureOptions.MaxBuffer), bytes, "The option MaxBuffer must not be negative.");
        }
    }

    /// <exception cref="ArgumentException">The option is invalid.</exception>
    public static void MaxUnread(long? bytes)
    {
        if (bytes < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(SpawnOptions.MaxUnread), bytes, "The option MaxUnread must not be negative.");
        }
    }

    /// <summary>Returns the list, completed with pipes for the three standard descriptors.</summary>
    /// <exception cref="ArgumentException">An entry is invalid; the message names its index.</exception>
    public static IReadOnlyList<Stdio> Complete(IReadOnlyList<Stdio> stdio)
    {
        var complete = new Stdio[Math.Max(stdio.Count, 3)];
        for (var i = 0; i < stdio.Count; i++)
        {
            complete[i] = stdio[i];
        }

        for (var i = 0; i < complete.Length; i++)
        {
            Check(complete, i);
        }

        return complete;
    }

    /// <summary>Returns the index of the channel, or null.</summary>
    /// <exception cref="ArgumentException">There are two.</exception>
    public static int? IpcIndex(IReadOnlyList<Stdio> stdio)
    {
        int? index = null;
        for (var i = 0; i < stdio.Count; i++)
        {
            if (stdio[i].Kind == StdioKind.Ipc)
            {
                index = index is null ? i : throw new ArgumentException(
                    $"The option Stdio has Ipc at {index} and at {i}, but a child can have only one channel (ERR_IPC_ONE_PIPE).",
                    nameof(SpawnOptions.Stdio));
            }
        }

        return index;
    }

    /// <summary>Rejects a channel: a sync call ends only when the child has exited, so nobody could use it.</summary>
    /// <exception cref="ArgumentException">There is a channel.</exception>
    public static void NoIpc(StartRequest request)
    {
        if (request.IpcIndex is { } index)
        {
            throw new ArgumentException(
                $"The option Stdio has Ipc at {index}, which synchronous calls don't support (ERR_IPC_SYNC_FORK).",
                nameof(SpawnSyncOptions.Stdio));
        }
    }

    /// <summary>Rejects an input that stays open, because nobody could write to it before the sync call returns.</summary>
    /// <exception cref="ArgumentException">The input would stay open.</exception>
    public static void NoOpenInput(ProcessInput input)
    {
        if (input.IsOpen)
        {
            throw new ArgumentException(
                "The option Input is Open, which synchronous calls don't support. Pass the input, or use the asynchronous call.", nameof(CaptureOptions.Input));
        }
    }

    /// <summary>Rejects streams: a sync call runs on one thread, which a caller's stream could block.</summary>
    /// <exception cref="ArgumentException">There is a stream.</exception>
    public static void NoStreams(IReadOnlyList<Stdio> stdio)
    {
        if (stdio.Any(entry => entry.Kind == StdioKind.Stream))
        {
            throw new ArgumentException(
                "The option Stdio contains a stream that isn't a file; synchronous calls can't copy it. Use Input and the result's Output.",
                nameof(SpawnSyncOptions.Stdio));
        }
    }

    private static void Check(Stdio[] stdio, int index)
    {
        var entry = stdio[index];
        switch (entry.Kind)
        {
            case StdioKind.SameAs when entry.Number >= stdio.Length || stdio[entry.Number].Kind is StdioKind.SameAs or StdioKind.Stream or StdioKind.Ipc:
                throw new ArgumentException(
                    $"The option Stdio has SameAs({entry.Number}) at {index}, but entry {entry.Number} doesn't exist or has no descriptor of its own.",
                    nameof(SpawnOptions.Stdio));
            case StdioKind.Handle when entry.Target is FileStream { CanRead: false, CanWrite: false }
                or SafeHandle { IsClosed: true } or SafeHandle { IsInvalid: true }:
                throw new ArgumentException($"The option Stdio contains a closed handle at {index}.", nameof(SpawnOptions.Stdio));
            case StdioKind.Stream when index == 0 ? !((Stream)entry.Target!).CanRead : !((Stream)entry.Target!).CanWrite:
                throw new ArgumentException(
                    $"The option Stdio contains a stream at {index} that isn't {(index == 0 ? "readable" : "writable")}.",
                    nameof(SpawnOptions.Stdio));
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">The time is negative and not infinite, or longer than a timer supports.</exception>
    public static void Time(TimeSpan? time, string option)
    {
        if (time == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        ArgumentCheck.NotNegative(time, option);
        // The longest time that a timer supports.
        if (time?.TotalMilliseconds > uint.MaxValue - 1)
        {
            throw new ArgumentOutOfRangeException(option, time, $"The option {option} is longer than 49 days. Leave it null for no limit.");
        }
    }
}
