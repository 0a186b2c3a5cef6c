namespace TypedExec.Platform.Linux.JobControl;

/// <summary>
/// Which of the children with groups of their own is in the foreground of this process's terminal: what a shell does for
/// its jobs.
/// </summary>
/// <remarks>
/// <para>One that has the terminal for its stdin is in the foreground from its start, any other as soon as it asks: whoever
/// reads the terminal in the background, or changes its modes, is stopped by SIGTTIN or SIGTTOU. So a program that asks for a
/// password at /dev/tty gets an answer, and one that does not leaves the terminal to this process.</para>
/// <para>It stays there until it ends. Others wait meanwhile, in the order in which they were started. The foreground is only
/// taken from this process's own group: in a job of a shell's that runs in the background nothing is taken.</para>
/// <para>Signals of the terminal that stop the child (Ctrl+Z, or in the background) would have stopped this process's group
/// as well if the child were in it, and the shell would have known. So this process's group is sent them, and the child is
/// continued when it is. Where nobody stops it, as without a shell, that is at once.</para>
/// <para>The kernel reports no stops but by SIGCHLD, which is the application's and .NET's. So it is looked for them.</para>
/// </remarks>
internal static class Foreground
{
    /// <summary>How often it is looked for children that were stopped.</summary>
    private const int LookMilliseconds = 50;

    private static readonly Lock Gate = new();
    private static readonly List<TerminalUse> Uses = [];
    private static readonly Timer Timer = CreateTimer();
    private static TerminalUse? s_holder;

    /// <summary>The one that Ctrl+Z has stopped, which is the next to come into the foreground.</summary>
    private static TerminalUse? s_suspended;

    /// <summary>Adds a child that is about to be started.</summary>
    /// <param name="use">The child.</param>
    /// <param name="wants">Whether it is to be in the foreground from its start, if that is this process's to give.</param>
    /// <returns>Whether it is to be started in the foreground.</returns>
    public static bool Add(TerminalUse use, bool wants)
    {
        lock (Gate)
        {
            Uses.Add(use);
            // What a child left that has ended could not be taken back from it.
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

    /// <summary>A child that was added runs.</summary>
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

    /// <summary>A child that was added has ended, or could not be started.</summary>
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
            // All threads stand still from here to SIGCONT, unless nobody could continue them: then the kernel leaves it out.
            _ = LibC.Kill(0, (int)forwarded);
        }
    }

    /// <summary>The terminal has stopped the child. Gives the signal if this process's group is to be stopped too.</summary>
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

    /// <summary>Ctrl+Z and then the shell's <c>bg</c>: the child runs on as this process does.</summary>
    private static void ContinueInBackground(TerminalUse use)
    {
        if (use.StoppedBy == Signal.SIGTSTP && !use.Terminal.IsOursInForeground)
        {
            Continue(use);
        }
    }

    /// <summary>Gives the foreground to the first that waits, if it is this process's to give.</summary>
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

    /// <summary>It is the whole process's: the first caller's context is not kept for it.</summary>
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
