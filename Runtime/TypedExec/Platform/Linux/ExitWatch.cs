using TypedExec.Platform.Linux.JobControl;

namespace TypedExec.Platform.Linux;

/// <summary>
/// Learns that a child has ended, reaps it, and signals it before that. With a pidfd (Linux 5.3) a pid that was reaped and
/// reused is never hit; where that is missing a thread waits.
/// </summary>
/// <remarks>
/// A child that leads a group which may have to be killed later is reaped only at <see cref="Release()"/>, and after what
/// watches over that group: as long as it is a zombie, no other process and no other group can get its number.
/// </remarks>
internal sealed unsafe class ExitWatch : IReadinessHandler
{
    /// <summary>How long a child may outlive what watches over it before that is worth an error.</summary>
    private const int GuardMilliseconds = 200;

    private readonly Lock _gate = new();
    private readonly int _pid;
    private readonly Watchdog? _watchdog;
    private readonly ProcessGroup _group;
    private readonly TerminalUse? _terminal;
    private int _pidfd;
    private ulong? _registration;
    private Action<ExitStatus>? _exited;
    private readonly bool _reapsAtRelease;
    private bool _hasEnded;
    private bool _isReaped;

    /// <param name="pid">The child.</param>
    /// <param name="reapsAtRelease">Whether it leads a group that may have to be killed later.</param>
    /// <param name="watchdog">What ends the child with this process, or null; ended at <see cref="Release()"/>.</param>
    /// <param name="leadsSession">Whether that group is a session.</param>
    /// <param name="terminal">What the child has of the terminal, or null; ended when the child has.</param>
    public ExitWatch(int pid, bool reapsAtRelease, Watchdog? watchdog = null, bool leadsSession = false, TerminalUse? terminal = null)
    {
        _pid = pid;
        _watchdog = watchdog;
        _terminal = terminal;
        _group = new ProcessGroup(watchdog?.Group ?? pid, leadsSession);
        _reapsAtRelease = reapsAtRelease;
        _pidfd = IsPidfdDisabled ? -1 : (int)LibC.SystemCall(Constants.SYS_pidfd_open, pid, 0, 0, 0);
    }

    /// <summary>For tests: behaves as on a kernel without pidfd.</summary>
    internal static bool IsPidfdDisabled { get; set; }

    public int Pid => _pid;

    /// <summary>Whether others still run in the child's group; to be asked when it has ended, before <see cref="Release()"/>.</summary>
    public bool HasGroupMembers => _group.HasMembers;

    /// <summary>The pidfd, readable once the child has ended, or -1 where there is none.</summary>
    public int Pidfd => _pidfd;

    public void Watch(Action<ExitStatus> exited)
    {
        _exited = exited;
        if (_pidfd >= 0)
        {
            lock (_gate)
            {
                _registration = EventLoop.Instance.Register(_pidfd, Constants.EPOLLIN, this);
            }

            return;
        }

        try
        {
            new Thread(WaitOnThread, maxStackSize: 64 * 1024) { IsBackground = true, Name = "TypedExec child wait" }.UnsafeStart();
        }
        catch (OutOfMemoryException)
        {
            // No thread could be created.
            lock (_gate)
            {
                _registration = EventLoop.Instance.RegisterPolled(this);
            }
        }
    }

    /// <summary>Sends a signal, to the child's group or to it alone; 0 or the errno.</summary>
    public int Kill(Signal signal, bool group)
    {
        _terminal?.OnSignal(signal);
        var errno = group && _watchdog is { Group: not null } ? _watchdog.KillGroup(signal) : Send(signal, group);
        // The kernel is content when it may signal one of the group, which the child may not be, as sudo's is not.
        return errno == 0 && group && IsUntouchable() ? Errno.EPERM : errno;
    }

    private bool IsUntouchable()
    {
        lock (_gate)
        {
            return !_hasEnded && LibC.Kill(_pid, 0) != 0 && LibC.LastErrno == Errno.EPERM;
        }
    }

    private int Send(Signal signal, bool group)
    {
        lock (_gate)
        {
            if (_isReaped || (_hasEnded && !group))
            {
                return Errno.ESRCH;
            }

            if (!group && _pidfd >= 0)
            {
                if (LibC.SystemCall(Constants.SYS_pidfd_send_signal, _pidfd, (int)signal, 0, 0) == 0)
                {
                    return 0;
                }

                if (LibC.LastErrno == Errno.ESRCH)
                {
                    return Errno.ESRCH;
                }

                // A sandbox may know kill(2) alone. The pid is the child's as long as it is not reaped.
            }

            return group ? _group.Kill(signal) : LibC.Kill(_pid, (int)signal) == 0 ? 0 : LibC.LastErrno;
        }
    }

    /// <summary>
    /// Takes the child's status if it has ended: true once. The terminal is this process's again then, which may take a while:
    /// not on the event loop's thread.
    /// </summary>
    public bool TryReap(out ExitStatus status)
    {
        var isReaped = TryTakeStatus(out status);
        if (isReaped)
        {
            _terminal?.End();
        }

        return isReaped;
    }

    /// <summary>The signal that has stopped the child since this was asked last, or null.</summary>
    public Signal? TryTakeStop()
    {
        lock (_gate)
        {
            var info = stackalloc int[ChildWait.InfoLength];
            return !_hasEnded && WaitId(info, Constants.WSTOPPED | Constants.WNOHANG) == 0 && ChildWait.HasChanged(info) ? ChildWait.SignalOf(info) : null;
        }
    }

    private bool TryTakeStatus(out ExitStatus status)
    {
        status = default;
        lock (_gate)
        {
            if (_hasEnded)
            {
                return false;
            }

            var info = stackalloc int[ChildWait.InfoLength];
            var keep = _reapsAtRelease ? Constants.WNOWAIT : 0;
            if (WaitId(info, Constants.WEXITED | Constants.WNOHANG | keep) != 0)
            {
                // ECHILD: the application ignores SIGCHLD or reaped the child itself. Its status is lost, its end is not.
                MarkExited(isReaped: true);
                return true;
            }

            if (!ChildWait.HasChanged(info))
            {
                return false;
            }

            status = ChildWait.StatusOf(info);
            MarkExited(isReaped: !_reapsAtRelease);
            return true;
        }
    }

    /// <summary>Whether it has ended and was not reaped, so that its number is still its own and its group's.</summary>
    public bool IsKept
    {
        get
        {
            lock (_gate)
            {
                return _hasEnded && !_isReaped;
            }
        }
    }

    /// <summary>Calls <paramref name="lost"/> when nothing watches over the child any more, though it still runs.</summary>
    public void WatchGuard(Action<Exception> lost)
        // What ends the whole group ends both, and the child's end may be a moment later: nothing is lost then.
        => _watchdog?.Watch(() => Task.Delay(GuardMilliseconds).ContinueWith(
            _ => ReportLostGuard(lost), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default));

    /// <summary>Waits for the child's end on the calling thread.</summary>
    public ExitStatus WaitForExit()
    {
        var info = stackalloc byte[128];
        while (LibC.WaitId(Constants.P_PID, _pid, info, Constants.WEXITED | Constants.WNOWAIT) != 0
            && LibC.LastErrno == Errno.EINTR)
        {
        }

        _ = TryReap(out var status);
        return status;
    }

    /// <summary>Reaps a child that was kept. What watches over its group stays as long as somebody is in that.</summary>
    public void Release()
    {
        if (!TryKeepWatchdog())
        {
            _watchdog?.Dismiss();
            Reap();
        }
    }

    /// <summary>The same without waiting for the watchdog's end, after which <paramref name="released"/> is called.</summary>
    public void Release(Action released)
    {
        if (TryKeepWatchdog())
        {
            released();
        }
        else if (_watchdog is null)
        {
            Reap();
            released();
        }
        else
        {
            _watchdog.Dismiss(() =>
            {
                Reap();
                released();
            });
        }
    }

    private void ReportLostGuard(Action<Exception> lost)
    {
        lock (_gate)
        {
            if (_hasEnded)
            {
                return;
            }
        }

        lost(new ExecException(
            "The process that watches over the child has ended (option KillOnParentExit): the child is no longer killed when this process ends.")
        {
            Code = Errno.Name(Errno.ESRCH),
            Errno = -Errno.ESRCH,
            Syscall = "waitid",
        });
    }

    void IReadinessHandler.OnReady()
    {
        if (!TryTakeStatus(out var status))
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

        new GroupExitPoll(() => HasGroupMembers, () => _watchdog.Dismiss(Reap), GroupExitPoll.WhileRunning).Start();
        return true;
    }

    private void Reap()
    {
        lock (_gate)
        {
            if (_hasEnded && !_isReaped)
            {
                _isReaped = true;
                var info = stackalloc int[ChildWait.InfoLength];
                _ = WaitId(info, Constants.WEXITED | Constants.WNOHANG);
            }
        }
    }

    private int WaitId(int* info, int options) => ChildWait.Wait(_pid, _pidfd, info, options);

    private void MarkExited(bool isReaped)
    {
        _hasEnded = true;
        _isReaped = isReaped;
        if (_registration is { } id)
        {
            EventLoop.Instance.Unregister(id, _pidfd);
            _registration = null;
        }

        if (_pidfd >= 0)
        {
            Descriptor.Close(_pidfd);
            _pidfd = -1;
        }
    }
}
