using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;
using TypedExec.IO;
using TypedExec.Platform.Windows.Handles;

namespace TypedExec.Platform.Windows;

/// <summary>A child of CreateProcess with the parent's ends of its pipes.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class WindowsChild : StartedChild
{
    /// <summary>The exit code that libuv uses to end a process.</summary>
    private const uint TerminatedExitCode = 1;

    private const uint StillRunning = 0x102;

    private static readonly byte[] EndOfInput = "\u001a\r"u8.ToArray();
    private static readonly byte[] EndOfLineAndInput = "\r\u001a\r"u8.ToArray();

    private readonly Lock _gate = new();
    private readonly SafeProcessHandle _process;
    private readonly Job? _job;
    private readonly ChildHandles _handles;
    private Signal _sent;
    private bool _isReleased;

    /// <param name="pid">Its PID.</param>
    /// <param name="process">Its handle, which is closed at <see cref="Release"/>.</param>
    /// <param name="job">The job of the child and its descendants, or null.</param>
    /// <param name="handles">The parent's ends of its pipes.</param>
    public WindowsChild(int pid, SafeProcessHandle process, Job? job, ChildHandles handles)
    {
        Pid = pid;
        _process = process;
        _job = job;
        _handles = handles;
    }

    public override int Pid { get; }

    public override WritePipe? Input(int index) => _handles.Inputs[index];

    public override ReadPipe? Output(int index) => _handles.Outputs[index];

    public override void WatchExit(Action<ExitStatus> exited)
    {
        var ended = new ProcessEnd(_process);
        ThreadPool.UnsafeRegisterWaitForSingleObject(
            ended,
            (_, _) =>
            {
                ended.Dispose();
                exited(Status());
            },
            null, Timeout.InfiniteTimeSpan, executeOnlyOnce: true);
    }

    /// <summary>
    /// Windows has no signals. As in libuv's uv_process_kill, signals that end a process terminate it and become its reported
    /// status, 0 checks whether it's running, and no others are supported.
    /// </summary>
    public override int Kill(Signal signal, bool group)
    {
        lock (_gate)
        {
            if (_isReleased)
            {
                return Errno.ESRCH;
            }

            var isRunning = Kernel32.WaitForSingleObject(_process.DangerousGetHandle(), 0) == StillRunning;
            switch (signal)
            {
                case 0:
                    return isRunning ? 0 : Errno.ESRCH;
                case Signal.SIGTERM or Signal.SIGKILL or Signal.SIGINT or Signal.SIGQUIT:
                    return Terminate(signal, group ? _job : null, isRunning);
                default:
                    return Errno.ENOSYS;
            }
        }
    }

    public override void Resize(TerminalSize size) => _handles.Console?.Resize(size);

    /// <summary>
    /// For a program that reads lines, Ctrl+Z and Enter at the start of a line end one read. Nothing reports when that happens,
    /// so it's typed only once.
    /// </summary>
    public override Task EndTerminalInputAsync(Stream input, bool isAtLineStart, CancellationToken childEnded)
        => input.WriteAsync(isAtLineStart ? EndOfInput : EndOfLineAndInput, childEnded).AsTask();

    public override bool HasGroupMembers => _job?.ActiveProcesses > 0;

    public override void Release()
    {
        lock (_gate)
        {
            if (_isReleased)
            {
                return;
            }

            _isReleased = true;
            _process.Dispose();
        }

        if (_job is { EndsWithParent: true, ActiveProcesses: > 0 })
        {
            // Processes that the child left running still end with this process.
            new GroupExitPoll(() => _job.ActiveProcesses > 0, _job.Dispose, GroupExitPoll.WhileRunning).Start();
        }
        else
        {
            _job?.Dispose();
        }
    }

    private int Terminate(Signal signal, Job? job, bool isRunning)
    {
        if (!isRunning && job is null)
        {
            return Errno.ESRCH;
        }

        if (isRunning)
        {
            _sent = signal;
        }

        var isTerminated = job is null
            ? Kernel32.TerminateProcess(_process.DangerousGetHandle(), TerminatedExitCode) != 0
            : job.Terminate(TerminatedExitCode);
        return isTerminated ? 0
            // It has just exited.
            : Kernel32.WaitForSingleObject(_process.DangerousGetHandle(), 0) != StillRunning ? Errno.ESRCH
            : Errno.EPERM;
    }

    /// <summary>Node returns the code as unsigned. Here, as in .NET, a crash such as 0xC0000005 is a negative number.</summary>
    private ExitStatus Status()
    {
        lock (_gate)
        {
            uint code;
            _ = Kernel32.GetExitCodeProcess(_process.DangerousGetHandle(), &code);
            return _sent != 0 && code == TerminatedExitCode ? new ExitStatus(null, _sent) : new ExitStatus((int)code, null);
        }
    }

    /// <summary>The process is awaited through its handle, which still refers to the child after its exit.</summary>
    private sealed class ProcessEnd : WaitHandle
    {
        public ProcessEnd(SafeProcessHandle process) => SafeWaitHandle = new SafeWaitHandle(process.DangerousGetHandle(), ownsHandle: false);
    }
}
