using System.Globalization;
using TypedExec.Platform.Linux.Trampoline;
using TypedExec.Requests;

namespace TypedExec.Platform.Linux;

/// <summary>
/// Implements the option <c>KillOnParentExit</c> for one child: a small program that kills the child and its descendants when
/// this process has ended for any reason. It leads the process group that the child is spawned into. A child with a terminal
/// must lead its own session, and the program is notified of it.
/// </summary>
/// <remarks>
/// <para>Its stdin is a pipe whose other end is held only by this process; the kernel closes that with the process. (A parent
/// death signal, PR_SET_PDEATHSIG, can't be set by posix_spawn, is bound to a thread and isn't inherited.)</para>
/// <para>No moment is unguarded. The watchdog exists before the child, and a child that is being spawned is in the group before
/// it loses its own copy of the pipe's end at exec. A child with a terminal is hung up as well if this process ends before it
/// could notify the watchdog.</para>
/// <para>It shares the group, and so the group's signals, with the child: all of them are blocked from its start. SIGKILL can't
/// be blocked. After its exit it is kept as a zombie, so that the number still belongs to the group.</para>
/// <para>If none of our programs can be executed, a shell does the same.</para>
/// </remarks>
internal sealed class Watchdog
{
    private const string Shell = "/bin/sh";

    /// <summary>Ends its own group, or the one whose number arrives through the pipe.</summary>
    internal const string Script = "g=0; while read -r line; do g=-$line; done; kill -9 $g";

    private static readonly ChildEnvironment EmptyEnvironment = ChildEnvironment.From(null, clear: true, channel: null);

    private readonly Lock _gate = new();
    private readonly ExitWatch _exit;
    private readonly int _pipe;
    private bool _isDismissed;
    private bool _isWatched;
    private bool _hasEnded;
    private Action? _lost;
    private Action? _ended;

    private Watchdog(ExitWatch exit, int pipe, bool leadsGroup)
    {
        _exit = exit;
        _pipe = pipe;
        Group = leadsGroup ? exit.Pid : null;
    }

    /// <summary>Gets the number of the group that the child joins, or null if the child leads a session.</summary>
    public int? Group { get; }

    /// <summary>Starts a watchdog that leads its own group.</summary>
    /// <param name="leadsGroup">True if the child joins that group.</param>
    /// <exception cref="SpawnFailureException">The watchdog couldn't be started; nothing is left open or running.</exception>
    public static Watchdog Start(bool leadsGroup)
    {
        string[] argv = [Shell, "-c", Script, "TypedExec-KillOnParentExit"];
        var request = new StartRequest
        {
            File = Shell,
            Argv = argv,
            MaskedArgv = argv,
            Command = Shell,
            Stdio = [Stdio.Pipe, Stdio.Ignore, Stdio.Ignore],
            // In the root, so that it doesn't hold a directory that somebody wants to unmount.
            Options = new RunOptions(new SpawnOptions { Cwd = "/", KillDescendants = true }),
            Environment = EmptyEnvironment,
            BlockSignals = true,
        };
        using var descriptors = ChildDescriptors.Open(request.Stdio);
        try
        {
            var pid = Start(request, descriptors);
            descriptors.Dispose();
            return new Watchdog(new ExitWatch(pid, reapsAtRelease: true), descriptors.TakeParentEnd(0), leadsGroup);
        }
        catch
        {
            descriptors.CloseParentEnds();
            throw;
        }
    }

    private static int Start(StartRequest request, ChildDescriptors descriptors)
    {
        string[] arguments = [NativeProgram.Watcher.Name, $"{descriptors.Count}"];
        var pid = 0;
        if (NativeProgram.Watcher.TryStart(
            image => NativeProgram.Spawn(request, descriptors.Sources, request.Cwd, arguments, image, out pid), out var errno))
        {
            return errno == 0 ? pid : throw Failure(errno, NativeProgram.Watcher.Name);
        }

        try
        {
            return PosixSpawn.Start(request, descriptors);
        }
        catch (SpawnFailureException failure)
        {
            throw Failure(failure.Errno, Shell);
        }
    }

    private static SpawnFailureException Failure(int errno, string program)
        => new(errno, $"spawn {program}", program, "the process that watches over the child couldn't be started (option KillOnParentExit)");

    /// <summary>Notifies it of a started child that didn't join its group.</summary>
    public void Guard(int pid)
    {
        if (Group is null)
        {
            Span<byte> line = stackalloc byte[16];
            _ = pid.TryFormat(line, out var length, provider: CultureInfo.InvariantCulture);
            line[length++] = (byte)'\n';
            // The pipe is empty and takes all of it. If the watchdog has already exited, that is reported as its exit.
            _ = Descriptor.Write(_pipe, line[..length]);
        }
    }

    /// <summary>Calls <paramref name="lost"/> if it exits without being dismissed.</summary>
    public void Watch(Action lost)
    {
        lock (_gate)
        {
            _lost = lost;
            _isWatched = true;
        }

        _exit.Watch(OnExited);
    }

    /// <summary>Sends a signal to the child's group. Returns 0 or the errno.</summary>
    public int KillGroup(Signal signal)
    {
        lock (_gate)
        {
            // The number belongs to the group as long as the watchdog isn't reaped; the kernel itself reaps it if the application
            // ignores SIGCHLD.
            if (_isDismissed || (_exit.Kill(0, group: false) != 0 && !_exit.IsKept))
            {
                return Errno.ESRCH;
            }

            if (LibC.Kill(-_exit.Pid, (int)signal) != 0)
            {
                return LibC.LastErrno;
            }

            if (signal == Signal.SIGSTOP)
            {
                // SIGCONT, the one signal besides SIGKILL that can't be blocked, isn't meant for the watchdog.
                _ = _exit.Kill(Signal.SIGCONT, group: false);
            }

            return 0;
        }
    }

    /// <summary>
    /// Ends the watchdog without touching the other members of the group, and waits for its exit on the calling thread.
    /// </summary>
    public void Dismiss()
    {
        if (TellToEnd(null) == Ending.Waits)
        {
            _ = _exit.WaitForExit();
            _exit.Release();
        }
    }

    /// <summary>Does the same without waiting: <paramref name="dismissed"/> is called when it has been reaped.</summary>
    public void Dismiss(Action dismissed)
    {
        switch (TellToEnd(dismissed))
        {
            case Ending.Over:
                dismissed();
                break;
            case Ending.Waits:
                _exit.Watch(OnExited);
                break;
        }
    }

    private Ending TellToEnd(Action? ended)
    {
        lock (_gate)
        {
            if (_isDismissed)
            {
                return Ending.Over;
            }

            _isDismissed = true;
            // Killed before its pipe ends, because it must not see that end.
            _ = _exit.Kill(Signal.SIGKILL, group: false);
            Descriptor.Close(_pipe);
            if (_hasEnded)
            {
                _exit.Release();
                return Ending.Over;
            }

            _ended = ended;
            return _isWatched ? Ending.Watched : Ending.Waits;
        }
    }

    private void OnExited(ExitStatus status)
    {
        Action? next;
        lock (_gate)
        {
            _hasEnded = true;
            next = _isDismissed ? _ended : _lost;
            if (_isDismissed)
            {
                _exit.Release();
            }
        }

        next?.Invoke();
    }

    /// <summary>What remains to be done after it was dismissed.</summary>
    private enum Ending
    {
        /// <summary>Nothing: it has exited and was reaped.</summary>
        Over,

        /// <summary>Its exit is already being waited for.</summary>
        Watched,

        /// <summary>Its exit has to be waited for.</summary>
        Waits,
    }
}
