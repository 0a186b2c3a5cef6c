using TypedExec.Platform.Linux.JobControl;

namespace TypedExec.Platform.Linux;

/// <summary>
/// Detects that a child has exited, takes back what it had of the terminal, and ends its watchdog. Without a pidfd, a thread
/// waits.
/// </summary>
/// <remarks>A child that leads a group which may have to be killed later is reaped only at <see cref="Release()"/>, after the
/// watchdog of that group.</remarks>
internal sealed class ExitWatch : IReadinessHandler
{
    /// <summary>How long a child may outlive its watchdog before that is an error.</summary>
    private const int GuardMilliseconds = 200;

    private readonly PidHandle _child;
    private readonly Watchdog? _watchdog;
    private readonly ProcessGroup _group;
    private readonly TerminalUse? _terminal;
    private Action<ExitStatus>? _exited;

    /// <param name="pid">The child.</param>
    /// <param name="reapsAtRelease">True if it leads a group that may have to be killed later.</param>
    /// <param name="watchdog">The watchdog that ends the child with this process, or null. It ends at <see cref="Release()"/>.</param>
    /// <param name="leadsSession">True if that group is a session.</param>
    /// <param name="terminal">The child's use of the terminal, or null. It ends when the child exits.</param>
    public ExitWatch(int pid, bool reapsAtRelease, Watchdog? watchdog = null, bool leadsSession = false, TerminalUse? terminal = null)
    {
        _watchdog = watchdog;
        _terminal = terminal;
        _group = new ProcessGroup(watchdog?.Group ?? pid, leadsSession);
        _child = new PidHandle(pid, _group, reapsAtRelease, usePidfd: !IsPidfdDisabled);
    }

    /// <summary>Gets or sets, for tests, whether to behave as on a kernel without pidfd.</summary>
    internal static bool IsPidfdDisabled { get; set; }

    public int Pid => _child.Pid;

    /// <summary>
    /// Gets whether other processes are running in the child's group. Must be called after the child's exit and before
    /// <see cref="Release()"/>.
    /// </summary>
    public bool HasGroupMembers => _group.HasMembers;

    /// <inheritdoc cref="PidHandle.Pidfd"/>
    public int Pidfd => _child.Pidfd;

    /// <inheritdoc cref="PidHandle.IsKept"/>
    public bool IsKept => _child.IsKept;

    public void Watch(Action<ExitStatus> exited)
    {
        _exited = exited;
        if (_child.Pidfd >= 0)
        {
            _child.Register(this);
            return;
        }

        try
        {
            new Thread(WaitOnThread, maxStackSize: 64 * 1024) { IsBackground = true, Name = "TypedExec child wait" }.UnsafeStart();
        }
        catch (OutOfMemoryException)
        {
            // No thread could be created.
            _child.Register(this);
        }
    }

    /// <summary>Sends a signal to the child's group or only to the child. Returns 0 or the errno.</summary>
    public int Kill(Signal signal, bool group)
    {
        _terminal?.OnSignal(signal);
        var errno = group && _watchdog is { Group: not null } ? _watchdog.KillGroup(signal) : _child.Send(signal, group);
        // The kernel reports success if it may signal one member of the group, which may not include the child, as with sudo.
        return errno == 0 && group && _child.IsUntouchable ? Errno.EPERM : errno;
    }

    /// <summary>
    /// Takes the child's status if it has exited; returns true once. This process takes the terminal back, which may take a
    /// while, so don't call it on the event loop's thread.
    /// </summary>
    public bool TryReap(out ExitStatus status)
    {
        var isReaped = _child.TryTakeStatus(out status);
        if (isReaped)
        {
            _terminal?.End();
        }

        return isReaped;
    }

    /// <inheritdoc cref="PidHandle.TryTakeStop"/>
    public Signal? TryTakeStop() => _child.TryTakeStop();

    /// <summary>Calls <paramref name="lost"/> if the watchdog ends while the child is still running.</summary>
    public void WatchGuard(Action<Exception> lost)
        // If the whole group is killed, both end, and the child's exit may come a moment later: nothing is lost then.
        => _watchdog?.Watch(() => Task.Delay(GuardMilliseconds).ContinueWith(
            _ => ReportLostGuard(lost), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default));

    /// <summary>Waits for the child's exit on the calling thread.</summary>
    public ExitStatus WaitForExit()
    {
        _child.Wait();
        _ = TryReap(out var status);
        return status;
    }

    /// <summary>Reaps a child that was kept. The watchdog of its group stays as long as the group has members.</summary>
    public void Release()
    {
        if (!TryKeepWatchdog())
        {
            _watchdog?.Dismiss();
            _child.Reap();
        }
    }

    /// <summary>Does the same without waiting for the watchdog's exit, after which <paramref name="released"/> is
    /// called.</summary>
    public void Release(Action released)
    {
        if (TryKeepWatchdog())
        {
            released();
        }
        else if (_watchdog is null)
        {
            _child.Reap();
            released();
        }
        else
        {
            _watchdog.Dismiss(() =>
            {
                _child.Reap();
                released();
            });
        }
    }

    private void ReportLostGuard(Action<Exception> lost)
    {
        if (_child.HasEnded)
        {
            return;
        }

        lost(new ExecException(
            "The process that watches over the child has exited (option KillOnParentExit). The child will no longer be killed when this process ends.")
        {
            Code = Errno.Name(Errno.ESRCH),
            Errno = -Errno.ESRCH,
            Syscall = "waitid",
        });
    }

    void IReadinessHandler.OnReady()
    {
        if (!_child.TryTakeStatus(out var status))
        {
            return;
        }

        if (_terminal is null)
        {
            _exited!(status);
            return;
        }

        ThreadPool.UnsafeQueueUserWorkItem(
            static ended =>
            {
                ended.Watch._terminal!.End();
                ended.Watch._exited!(ended.Status);
            },
            (Watch: this, Status: status), preferLocal: false);
    }

    private void WaitOnThread() => _exited!(WaitForExit());

    private bool TryKeepWatchdog()
    {
        if (_watchdog is null || !HasGroupMembers)
        {
            return false;
        }

        new GroupExitPoll(() => HasGroupMembers, () => _watchdog.Dismiss(_child.Reap), GroupExitPoll.WhileRunning).Start();
        return true;
    }
}
