using System.ComponentModel;
using System.Diagnostics;
using TypedExec.IO;

namespace TypedExec.Platform.Portable;

/// <summary>A child of <see cref="Process"/> with the parent's ends of its pipes.</summary>
/// <param name="process">The started process.</param>
/// <param name="inputs">The pipe to its stdin and the channel, if any.</param>
/// <param name="outputs">The pipes from its outputs, and the channel.</param>
/// <param name="copies">What it writes to files and handles.</param>
internal sealed class PortableChild(Process process, WritePipe?[] inputs, ReadPipe?[] outputs, IReadOnlyList<DescriptorCopy> copies) : StartedChild
{
    /// <summary>.NET reports an end by a signal as this number plus the signal's, as shells do.</summary>
    private const int SignalledExitCode = 128;

    private readonly Lock _gate = new();
    private readonly HashSet<Signal> _sent = [];
    private bool _isReleased;

    public override int Pid { get; } = process.Id;

    public override WritePipe? Input(int index) => inputs[index];

    public override ReadPipe? Output(int index) => outputs[index];

    public override void WatchExit(Action<ExitStatus> exited) => _ = WatchAsync(exited);

    public override int Kill(Signal signal, bool group)
    {
        lock (_gate)
        {
            if (_isReleased || process.HasExited)
            {
                return Errno.ESRCH;
            }

            return group && signal != 0 ? KillTree(signal) : Send(signal);
        }
    }

    public override void Release()
    {
        lock (_gate)
        {
            _isReleased = true;
            process.Dispose();
        }
    }

    /// <summary>The tree can only be killed. A signal that doesn't end a process can't be sent to it.</summary>
    private int KillTree(Signal signal)
    {
        if (signal is not (Signal.SIGHUP or Signal.SIGINT or Signal.SIGQUIT or Signal.SIGKILL or Signal.SIGTERM))
        {
            return Errno.ENOSYS;
        }

        _sent.Add(Signal.SIGKILL);
        try
        {
            process.Kill(entireProcessTree: true);
            return 0;
        }
        catch (InvalidOperationException)
        {
            return Errno.ESRCH;
        }
        catch (Exception exception) when (exception is Win32Exception or AggregateException)
        {
            return Errno.EPERM;
        }
    }

    private int Send(Signal signal)
    {
        var number = BsdNumbers.FromSignal(signal);
        if (number < 0)
        {
            return Errno.ENOSYS;
        }

        // Noted first, because the child may exit immediately.
        _sent.Add(signal);
        return UnixCalls.Kill(process.Id, number) == 0 ? 0 : UnixCalls.LastErrno;
    }

    private async Task WatchAsync(Action<ExitStatus> exited)
    {
        await process.WaitForExitAsync().ConfigureAwait(false);
        foreach (var copy in copies)
        {
            await copy.SettledAsync().ConfigureAwait(false);
        }

        exited(StatusOf(process.ExitCode));
    }

    /// <summary>
    /// A code above 128 may be a child's own, which shells pass on. It is interpreted as a signal if that signal was sent from
    /// here.
    /// </summary>
    private ExitStatus StatusOf(int code)
    {
        lock (_gate)
        {
            return code > SignalledExitCode && BsdNumbers.ToSignal(code - SignalledExitCode) is var signal && _sent.Contains(signal)
                ? new ExitStatus(null, signal)
                : new ExitStatus(code, null);
        }
    }
}
