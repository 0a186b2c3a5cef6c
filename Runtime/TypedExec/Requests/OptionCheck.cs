using System.Runtime.InteropServices;

namespace TypedExec.Requests;

/// <summary>Refuses options that make no sense, before anything is started.</summary>
internal static class OptionCheck
{
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    public static void Check(RunOptions options)
    {
        ArgumentCheck.NoNul(options.Cwd, nameof(ProcessOptions.Cwd));
        if (options.Cwd is { Length: 0 })
        {
            throw new ArgumentException("The option Cwd is empty: leave it null for the parent's working directory.", nameof(ProcessOptions.Cwd));
        }

        Time(options.Timeout, nameof(ProcessOptions.Timeout));
        Time(options.StopLimits.ForceKillAfterKill, nameof(ProcessOptions.ForceKillAfter));
        Time(options.StopLimits.DrainTimeout, nameof(ProcessOptions.DrainTimeout));
        ArgumentCheck.KnownSignal(options.KillSignal, nameof(ProcessOptions.KillSignal));
        if (options.Uid == uint.MaxValue || options.Gid == uint.MaxValue)
        {
            // setresuid(2) takes it for "leave as it is", which would silently keep the parent's.
            throw new ArgumentOutOfRangeException(
                options.Uid == uint.MaxValue ? nameof(ProcessOptions.Uid) : nameof(ProcessOptions.Gid), "4294967295 is not a valid id.");
        }

        UserName(options);
    }

    private static void UserName(RunOptions options)
    {
        ArgumentCheck.NoNul(options.UserName, nameof(ProcessOptions.UserName));
        if (options.UserName is { Length: 0 })
        {
            throw new ArgumentException("The option UserName is empty: leave it null for the parent's user.", nameof(ProcessOptions.UserName));
        }

        if (options is { UserName: not null, Uid: not null })
        {
            throw new ArgumentException(
                "The options UserName and Uid both name the child's user. Leave one out.", nameof(ProcessOptions.UserName));
        }
    }

    /// <exception cref="ArgumentException">They contradict each other.</exception>
    public static void NotBoth(bool killOnParentExit, bool detached)
    {
        if (killOnParentExit && detached)
        {
            throw new ArgumentException(
                "The options KillOnParentExit and Detached contradict each other: the one ends the child with its parent, the other lets it live on. Leave one out.",
                nameof(ProcessOptions.KillOnParentExit));
        }
    }

    /// <exception cref="ArgumentException">The option is invalid, or contradicts another.</exception>
    public static void Terminal(TerminalSize size, IReadOnlyList<Stdio> stdio)
    {
        TerminalSize.Check(size, $"The option {nameof(SpawnOptions.Terminal)}");
        for (var i = 0; i < 3; i++)
        {
            if (!stdio[i].IsPipe)
            {
                throw new ArgumentException(
                    $"The options Terminal and Stdio contradict each other: the terminal is the child's 0, 1 and 2, but Stdio has another entry at {i}. Leave it a pipe.",
                    nameof(SpawnOptions.Stdio));
            }
        }
    }

    /// <summary>What a run whose output is captured at a terminal cannot have.</summary>
    /// <exception cref="ArgumentException">An option contradicts <c>Terminal</c>.</exception>
    public static void AtTerminal(IReadOnlyList<Output>? stderr, ProcessInput input)
    {
        if (stderr is not (null or [{ Kind: OutputKind.Stdout }]))
        {
            throw new ArgumentException(
                "The options Terminal and Stderr contradict each other: the terminal is the child's stdout and stderr, and what it shows goes where Stdout says. Leave Stderr out.",
                nameof(CaptureOptions.Stderr));
        }

        if (input.IsInherited)
        {
            throw new ArgumentException(
                "The options Terminal and Input contradict each other: the terminal is the child's stdin, so it cannot inherit this process's. Pass a text, bytes or a stream, which is typed.",
                nameof(CaptureOptions.Input));
        }
    }

    /// <inheritdoc cref="AtTerminal(IReadOnlyList{Output}, ProcessInput)"/>
    public static void AtTerminal(IReadOnlyList<Stdio>? stdio)
    {
        if (stdio is { Count: > 3 })
        {
            throw new ArgumentException(
                "The options Terminal and Stdio cannot be combined in a sync call: it reads the terminal alone. Leave Stdio out, or use Spawn.",
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

    /// <summary>The list filled up with pipes to the three standard descriptors.</summary>
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

    /// <summary>The index of the channel, or null.</summary>
    /// <exception cref="ArgumentException">There are two.</exception>
    public static int? IpcIndex(IReadOnlyList<Stdio> stdio)
    {
        int? index = null;
        for (var i = 0; i < stdio.Count; i++)
        {
            if (stdio[i].Kind == StdioKind.Ipc)
            {
                index = index is null ? i : throw new ArgumentException(
                    $"The option Stdio has Ipc at {index} and at {i}: a child has one channel at the most (ERR_IPC_ONE_PIPE).",
                    nameof(SpawnOptions.Stdio));
            }
        }

        return index;
    }

    /// <summary>A sync call ends only when the child has ended: nobody could talk to it.</summary>
    /// <exception cref="ArgumentException">There is a channel.</exception>
    public static void NoIpc(StartRequest request)
    {
        if (request.IpcIndex is { } index)
        {
            throw new ArgumentException(
                $"The option Stdio has Ipc at {index}, which the sync calls cannot serve (ERR_IPC_SYNC_FORK).",
                nameof(SpawnSyncOptions.Stdio));
        }
    }

    /// <summary>Nobody could write to it before the sync call returns.</summary>
    /// <exception cref="ArgumentException">The input is to stay open.</exception>
    public static void NoOpenInput(ProcessInput input)
    {
        if (input.IsOpen)
        {
            throw new ArgumentException(
                "The option Input is Open, which the sync calls cannot serve: pass the input, or use the async call.", nameof(CaptureOptions.Input));
        }
    }

    /// <summary>A sync call runs on one thread, which a stream of the caller's could hold.</summary>
    /// <exception cref="ArgumentException">There is a stream.</exception>
    public static void NoStreams(IReadOnlyList<Stdio> stdio)
    {
        if (stdio.Any(entry => entry.Kind == StdioKind.Stream))
        {
            throw new ArgumentException(
                "The option Stdio has a stream that is no file, which the sync calls cannot copy: use Input and the result's Output.",
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
                    $"The option Stdio has SameAs({entry.Number}) at {index}, but {entry.Number} is not an entry of its own with a descriptor.",
                    nameof(SpawnOptions.Stdio));
            case StdioKind.Handle when entry.Target is FileStream { CanRead: false, CanWrite: false }
                or SafeHandle { IsClosed: true } or SafeHandle { IsInvalid: true }:
                throw new ArgumentException($"The option Stdio has a closed handle at {index}.", nameof(SpawnOptions.Stdio));
            case StdioKind.Stream when index == 0 ? !((Stream)entry.Target!).CanRead : !((Stream)entry.Target!).CanWrite:
                throw new ArgumentException(
                    $"The option Stdio has a stream at {index} that cannot be {(index == 0 ? "read" : "written")}.",
                    nameof(SpawnOptions.Stdio));
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">The time is negative and not infinite, or longer than a timer takes.</exception>
    public static void Time(TimeSpan? time, string option)
    {
        if (time == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        ArgumentCheck.NotNegative(time, option);
        // The longest that a timer takes.
        if (time?.TotalMilliseconds > uint.MaxValue - 1)
        {
            throw new ArgumentOutOfRangeException(option, time, $"The option {option} is longer than 49 days; leave it null for no limit.");
        }
    }
}
