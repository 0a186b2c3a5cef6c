namespace TypedExec.Platform.Linux;

/// <summary>
/// The number of a child, with a pidfd (Linux 5.3) where there is one: signals the child while the number is its own, takes its
/// status, and reaps it.
/// </summary>
/// <remarks>
/// A child that leads a group which may have to be killed later is reaped only at <see cref="Reap"/>: as long as it is a zombie,
/// no other process and no other group can get its number.
/// </remarks>
internal sealed unsafe class PidHandle
{
    private readonly Lock _gate = new();
    private readonly ProcessGroup _group;
    private readonly bool _isKeptAtExit;
    private ulong? _registration;
    private bool _hasEnded;
    private bool _isReaped;

    /// <param name="pid">The child.</param>
    /// <param name="group">What a signal for its descendants reaches.</param>
    /// <param name="isKeptAtExit">Whether it is reaped only at <see cref="Reap"/>.</param>
    /// <param name="usePidfd">False behaves as on a kernel without pidfd.</param>
    public PidHandle(int pid, ProcessGroup group, bool isKeptAtExit, bool usePidfd)
    {
        Pid = pid;
        _group = group;
        _isKeptAtExit = isKeptAtExit;
        Pidfd = usePidfd ? (int)LibC.SystemCall(Constants.SYS_pidfd_open, pid, 0, 0, 0) : -1;
    }

    public int Pid { get; }

    /// <summary>The pidfd, readable once the child has ended, or -1 where there is none or it has been found to have ended.</summary>
    public int Pidfd { get; private set; }

    /// <summary>Whether it was found to have ended.</summary>
    public bool HasEnded
    {
        get
        {
            lock (_gate)
            {
                return _hasEnded;
            }
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

    /// <summary>Whether it runs and may not be signalled.</summary>
    public bool IsUntouchable
    {
        get
        {
            lock (_gate)
            {
                return !_hasEnded && LibC.Kill(Pid, 0) != 0 && LibC.LastErrno == Errno.EPERM;
            }
        }
    }

    /// <summary>Has a handler called on the event loop's thread until the child's end is found; with no pidfd again and again.</summary>
    public void Register(IReadinessHandler handler)
    {
        lock (_gate)
        {
            _registration = Pidfd >= 0
                ? EventLoop.Instance.Register(Pidfd, Constants.EPOLLIN, handler)
                : EventLoop.Instance.RegisterPolled(handler);
        }
    }

    /// <summary>Sends a signal, to the group or to the child alone; 0 or the errno.</summary>
    public int Send(Signal signal, bool group)
    {
        lock (_gate)
        {
            if (_isReaped || (_hasEnded && !group))
            {
                return Errno.ESRCH;
            }

            if (!group && Pidfd >= 0)
            {
                if (LibC.SystemCall(Constants.SYS_pidfd_send_signal, Pidfd, (int)signal, 0, 0) == 0)
                {
                    return 0;
                }

                if (LibC.LastErrno == Errno.ESRCH)
                {
                    return Errno.ESRCH;
                }

                // A sandbox may know kill(2) alone. The pid is the child's as long as it is not reaped.
            }

            return group ? _group.Kill(signal) : LibC.Kill(Pid, (int)signal) == 0 ? 0 : LibC.LastErrno;
        }
    }

    /// <summary>Takes the child's status if it has ended: true once.</summary>
    public bool TryTakeStatus(out ExitStatus status)
    {
        status = default;
        lock (_gate)
        {
            if (_hasEnded)
            {
                return false;
            }

            var info = stackalloc int[ChildWait.InfoLength];
            if (WaitId(info, Constants.WEXITED | Constants.WNOHANG | (_isKeptAtExit ? Constants.WNOWAIT : 0)) != 0)
            {
                // ECHILD: somebody else has reaped it. The kernel may still know how it ended; that it has ended is known anyway.
                status = ReapedStatus.Of(Pidfd) ?? default;
                MarkExited(isReaped: true);
                return true;
            }

            if (!ChildWait.HasChanged(info))
            {
                return false;
            }

            status = ChildWait.StatusOf(info);
            MarkExited(isReaped: !_isKeptAtExit);
            return true;
        }
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

    /// <summary>Holds the calling thread until the child has ended, or is nobody's to wait for.</summary>
    public void Wait()
    {
        var info = stackalloc byte[128];
        while (LibC.WaitId(Constants.P_PID, Pid, info, Constants.WEXITED | Constants.WNOWAIT) != 0 && LibC.LastErrno == Errno.EINTR)
        {
        }
    }

    /// <summary>Reaps a child that was kept.</summary>
    public void Reap()
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

    private int WaitId(int* info, int options) => ChildWait.Wait(Pid, Pidfd, info, options);

    private void MarkExited(bool isReaped)
    {
        _hasEnded = true;
        _isReaped = isReaped;
        if (_registration is { } id)
        {
            EventLoop.Instance.Unregister(id, Pidfd);
            _registration = null;
        }

        if (Pidfd >= 0)
        {
            Descriptor.Close(Pidfd);
            Pidfd = -1;
        }
    }
}
