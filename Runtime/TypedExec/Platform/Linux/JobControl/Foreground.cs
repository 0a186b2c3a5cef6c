namespace TypedExec.Platform.Linux.JobControl;

/// <summary>
/// Decides which of the children with their own groups is in the foreground of this process's terminal, as a shell does for its
/// jobs.
/// </summary>
/// <remarks>
/// <para>A child whose stdin is the terminal is in the foreground from its start, any other as soon as it needs to be: a process
/// that reads the terminal in the background, or changes its modes, is stopped by SIGTTIN or SIGTTOU. So a program that asks for
/// a password at /dev/tty gets an answer, and one that doesn't leaves the terminal to this process.</para>
/// <para>It stays there until it exits. Others wait meanwhile, in the order in which they were started. The foreground is only
/// taken from this process's own group: a shell's background job takes nothing.</para>
/// <para>Terminal signals that stop the child (Ctrl+Z, or in the background) would have stopped this process's group as well if
/// the child were in it, and the shell would have noticed. So they are forwarded to this process's group, and the child is
/// continued when the group is. If nobody stops the group, as without a shell, that happens immediately.</para>
/// <para>The kernel reports stops only through SIGCHLD, which belongs to the application and .NET. So this class polls for
/// them.</para>
/// </remarks>
internal static class Foreground
{
    /// <summary>How often stopped children are looked for.</summary>
    private const int LookMilliseconds = 50;

    private static readonly Lock Gate = new();
    private static readonly List<TerminalUse> Uses = [];
    private static readonly Timer Timer = CreateTimer();
    private static TerminalUse? s_holder;

    /// <summary>The child that Ctrl+Z has stopped, which is the next to come to the foreground.</summary>
    private static TerminalUse? s_suspended;

    /// <summary>Adds a child that is about to be started.</summary>
    /// <param name="use">The child.</param>
    /// <param name="wants">True to start it in the foreground if this process can give it away.</param>
    /// <returns>Whether to start it in the foreground.</returns>
    public static bool Add(TerminalUse use, bool wants)
    {
        lock (Gate)
        {
            Uses.Add(use);
            // The foreground couldn't be taken back from a child that has exited.
            use.Terminal.TakeFrom(null);
            if (wants && s_holder is null && use.Terminal.IsOursInForeground)
            {
                s_holder = use;
                return true;
            }

            use.IsWaiting = wants;
            return false;
        }
    }

    /// <summary>Notes that a child that was added is running.</summary>
    public static void Start(TerminalUse use)
    {
        lock (Gate)
        {
            if (s_holder == use && !PosixSpawn.HasForegroundAction)
            {
                use.Terminal.SetForeground(use.Group!.Value);
            }

            LookLater();
        }
    }

    /// <summary>Notes that a child that was added has exited or couldn't be started.</summary>
    public static void Remove(TerminalUse use)
    {
        lock (Gate)
        {
            _ = Uses.Remove(use);
            s_suspended = s_suspended == use ? null : s_suspended;
            if (s_holder == use)
            {
                s_holder = null;
                use.Terminal.TakeFrom(use.Group);
                GiveToNext();
            }
        }
    }

    private static void Look()
    {
        Signal? stop = null;
        lock (Gate)
        {
            foreach (var use in Uses)
            {
                ContinueInBackground(use);
            }

            GiveToNext();
            foreach (var use in Uses)
            {
                if (use.Child?.TryTakeStop() is { } signal && !use.IsStoppedOnPurpose)
                {
                    stop = OnStopped(use, signal) ?? stop;
                }
            }

            if (Uses.Count > 0)
            {
                LookLater();
            }
        }

        if (stop is { } forwarded)
        {
            // All threads are stopped from here until SIGCONT, unless nobody could continue them: then the kernel ignores the
            // signal.
            _ = LibC.Kill(0, (int)forwarded);
        }
    }

    /// <summary>The terminal has stopped the child. Returns the signal if this process's group must be stopped too.</summary>
    private static Signal? OnStopped(TerminalUse use, Signal signal)
    {
        var isHolder = s_holder == use;
        if (signal is not (Signal.SIGTTIN or Signal.SIGTTOU) && !(signal == Signal.SIGTSTP && isHolder))
        {
            return null;
        }

        use.StoppedBy = signal;
        use.IsWaiting = true;
        if (isHolder)
        {
            s_holder = null;
            use.Terminal.TakeFrom(use.Group);
        }

        if (signal == Signal.SIGTSTP)
        {
            s_suspended = use;
            return signal;
        }

        GiveToNext();
        return s_holder is null ? signal : null;
    }

    /// <summary>Handles Ctrl+Z followed by the shell's <c>bg</c>: the child keeps running, as this process does.</summary>
    private static void ContinueInBackground(TerminalUse use)
    {
        if (use.StoppedBy == Signal.SIGTSTP && !use.Terminal.IsOursInForeground)
        {
            Continue(use);
        }
    }

    /// <summary>Gives the foreground to the first child that waits for it, if this process can give it away.</summary>
    private static void GiveToNext()
    {
        if (s_holder is { } holder)
        {
            if (holder.Group is { } held && holder.Child is not null && holder.Terminal.IsOursInForeground)
            {
                // A shell has stopped and continued this process meanwhile.
                holder.Terminal.SetForeground(held);
            }

            return;
        }

        if ((s_suspended ?? Uses.Find(static use => use is { IsWaiting: true, Child: not null })) is not { } next)
        {
            return;
        }

        var foreground = next.Terminal.Foreground;
        if (foreground == next.Group || foreground == ControllingTerminal.OwnGroup)
        {
            s_holder = next;
            s_suspended = null;
            next.IsWaiting = false;
            next.Terminal.SetForeground(next.Group!.Value);
            Continue(next);
        }
    }

    private static void Continue(TerminalUse use)
    {
        if (use.StoppedBy is not null)
        {
            use.StoppedBy = null;
            _ = use.Child!.Kill(Signal.SIGCONT, group: true);
        }
    }

    /// <summary>The timer belongs to the whole process, so the first caller's context isn't captured.</summary>
    private static Timer CreateTimer()
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return new Timer(static _ => Look());
        }

        using (ExecutionContext.SuppressFlow())
        {
            return new Timer(static _ => Look());
        }
    }

    private static void LookLater() => Timer.Change(LookMilliseconds, Timeout.Infinite);
}
