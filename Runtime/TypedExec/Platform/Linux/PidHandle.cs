namespace TypedExec.Platform.Linux;

/// <summary>
/// The number of a child, with a pidfd (Linux 5.3) if available: signals the child while the number belongs to it, takes its
/// status, and reaps it.
/// </summary>
/// <remarks>A child that leads a group which may have to be killed later is reaped only at <see cref="Reap"/>: as long as it is a
/// zombie, no other process and no other group can get its number.</remarks>
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
    /// <param name="isKeptAtExit">True if it is reaped only at <see cref="Reap"/>.</param>
    /// <param name="usePidfd">False to behave as on a kernel without pidfd.</param>
    public PidHandle(int pid, ProcessGroup group, bool isKeptAtExit, bool usePidfd)
    {
        Pid = pid;
        _group = group;
        _isKeptAtExit = isKeptAtExit;
        Pidfd = usePidfd ? (int)LibC.SystemCall(Constants.SYS_pidfd_open, pid, 0, 0, 0) : -1;
    }

    public int Pid { get; }

    /// <summary>
    /// Gets the pidfd, which is readable after the child has exited, or -1 if there is none or the exit has been detected.
    /// </summary>
    public int Pidfd { get; private set; }

    /// <summary>Gets whether its exit has been detected.</summary>
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

    /// <summary>Gets whether it has exited but not been reaped, so that its number still belongs to it and its group.</summary>
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

    /// <summary>Gets whether it is running and can't be signaled.</summary>
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

    /// <summary>
    /// Calls a handler on the event loop's thread until the child's exit is detected; without a pidfd, repeatedly.
    /// </summary>
    public void Register(IReadinessHandler handler)
    {
        lock (_gate)
        {
            _registration = Pidfd >= 0
                ? EventLoop.Instance.Register(Pidfd, Constants.EPOLLIN, handler)
                : EventLoop.Instance.RegisterPolled(handler);
        }
    }

    /// <summary>Sends a signal to the group or only to the child. Returns 0 or the errno.</summary>
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

                // A sandbox may allow only kill(2). The number belongs to the child as long as it isn't reaped.
            }

            return group ? _group.Kill(signal) : LibC.Kill(Pid, (int)signal) == 0 ? 0 : LibC.LastErrno;
        }
    }

    /// <summary>Takes the child's status if it has exited; returns true once.</summary>
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
                // ECHILD: other code has reaped it. The kernel may still know its exit status; its exit is known in any case.
                status = ReapedStatus.Find(Pidfd) ?? default;
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

    /// <summary>Returns the signal that has stopped the child since the last call, or null.</summary>
    public Signal? TryTakeStop()
    {
        lock (_gate)
        {
            var info = stackalloc int[ChildWait.InfoLength];
            return !_hasEnded && WaitId(info, Constants.WSTOPPED | Constants.WNOHANG) == 0 && ChildWait.HasChanged(info) ? ChildWait.SignalOf(info) : null;
        }
    }

    /// <summary>Blocks the calling thread until the child has exited or can't be waited for.</summary>
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
