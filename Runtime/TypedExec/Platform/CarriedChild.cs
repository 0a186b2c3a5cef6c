using TypedExec.IO;
using TypedExec.Requests;
using TypedExec.Stopping;

namespace TypedExec.Platform;

/// <summary>
/// A child that carries a command elsewhere. A signal is sent to the remote process by a script that runs alongside the child. The child
/// itself is signaled only if the script fails.
/// </summary>
internal sealed class CarriedChild : StartedChild
{
    /// <summary>How long a signal may take to reach the remote process. A run that is being stopped gets SIGKILL after 5 seconds by default.</summary>
    private static readonly TimeSpan SignalBound = TimeSpan.FromSeconds(4);

    /// <summary>How long the child may live after its remote process was killed, or while the remote process doesn't exist yet.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly SignalScript _script;
    private readonly CarriedStart _start;
    private readonly StartedChild _local;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Signal> _sent = [];
    private bool _isStopped;
    private bool _isReleased;

    public CarriedChild(IProcessBackend platform, StartRequest request, CarriedStart start, StartedChild local)
    {
        _start = start;
        _local = local;
        _script = new SignalScript(platform, request, start.SignalScript, local.Pid);
    }

    public override int Pid => _local.Pid;

    public override bool HasGroupMembers => _local.HasGroupMembers;

    public override WritePipe? Input(int index) => _local.Input(index);

    public override ReadPipe? Output(int index) => _local.Output(index);

    public override void WatchExit(Action<ExitStatus> exited) => _local.WatchExit(status =>
    {
        _ended.TrySetResult();
        if (status.Signal is not null)
        {
            _ = Task.Run(async () =>
            {
                await CleanUpAsync().ConfigureAwait(false);
                exited(ToFar(status));
            });
        }
        else
        {
            exited(ToFar(status));
        }
    });

    public override void WatchGuard(Action<Exception> lost) => _local.WatchGuard(lost);

    public override int Kill(Signal signal, bool group)
    {
        if (signal == 0)
        {
            return _local.Kill(signal, group);
        }

        lock (_gate)
        {
            if (_isReleased || _ended.Task.IsCompleted)
            {
                return _local.Kill(signal, group);
            }

            if (signal == Signal.SIGCONT && !_isStopped)
            {
                // The platform sends SIGCONT with every request to exit, for suspended children. Remotely, a second signal would take too long.
                return 0;
            }

            _isStopped = signal is Signal.SIGSTOP or Signal.SIGTSTP || (_isStopped && signal != Signal.SIGCONT);
            _sent.Add(signal);
        }

        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(() => SendAsync(signal, group));
        }

        return 0;
    }

    public override void Resize(TerminalSize size) => _local.Resize(size);

    public override Task EndTerminalInputAsync(Stream input, bool isAtLineStart, CancellationToken childEnded)
        => _local.EndTerminalInputAsync(input, isAtLineStart, childEnded);

    public override void Release()
    {
        SetReleased();
        _local.Release();
    }

    public override void Release(Action released)
    {
        SetReleased();
        _local.Release(released);
    }

    /// <summary>Removes what a killed carrier has left, on both sides.</summary>
    private async Task CleanUpAsync()
    {
        if (_start.KillsFarAtLoss)
        {
            await _script.RunAsync(Signal.SIGKILL, SignalBound).ConfigureAwait(false);
        }

        if (_start.ReadyFile is { } file)
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Leftover files are harmless.
            }
        }
    }

    private async Task SendAsync(Signal signal, bool group)
    {
        var isSent = await TrySendToFarAsync(signal).ConfigureAwait(false);
        if (signal != Signal.SIGKILL && (isSent || !EndingSignals.IsToEnd(signal)))
        {
            return;
        }

        if (isSent)
        {
            await WaitForEndAsync(Patience).ConfigureAwait(false);
        }

        KillLocal(signal, group);
    }

    private async Task<bool> TrySendToFarAsync(Signal signal)
    {
        var end = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (_start.ReadyFile is null || File.Exists(_start.ReadyFile))
        {
            switch (await _script.RunAsync(signal, SignalBound).ConfigureAwait(false))
            {
                case 0:
                    return true;
                case SignalScript.NoProcess when Environment.TickCount64 < end && !_ended.Task.IsCompleted:
                    // It is being started, or has just exited and the child is about to.
                    await WaitForEndAsync(RetryInterval).ConfigureAwait(false);
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private async Task WaitForEndAsync(TimeSpan time)
        => await _ended.Task.WaitAsync(time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private void KillLocal(Signal signal, bool group)
    {
        lock (_gate)
        {
            if (!_isReleased)
            {
                _ = _local.Kill(signal, group);
            }
        }
    }

    private void SetReleased()
    {
        lock (_gate)
        {
            _isReleased = true;
        }
    }

    /// <summary>
    /// The exit status of the remote process. As on platforms without waitid, an exit by a signal is recognized by the exit code 128 plus the
    /// number of a signal that was sent.
    /// </summary>
    private ExitStatus ToFar(ExitStatus status)
    {
        lock (_gate)
        {
            foreach (var signal in _sent)
            {
                if (status.ExitCode == 128 + (int)signal)
                {
                    return new ExitStatus(null, signal);
                }
            }

            return status.ExitCode is { } code && code == _start.SignalledCode && _sent is [.., var last] && (last == Signal.SIGKILL || EndingSignals.IsToEnd(last))
                ? new ExitStatus(null, last)
                : status;
        }
    }
}
