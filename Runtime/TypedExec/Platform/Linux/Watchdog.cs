using TypedExec.Requests;

namespace TypedExec.Platform.Linux;

/// <summary>
/// Holds the option <c>KillOnParentExit</c> for one child: a shell that leads the process group into which the child is
/// spawned, and that kills this group when this process has ended, however that came about.
/// </summary>
/// <remarks>
/// <para>Its stdin is a pipe whose other end this process alone holds; the kernel closes that with the process. (A parent
/// death signal, PR_SET_PDEATHSIG, cannot be set by posix_spawn, is bound to a thread and not inherited.)</para>
/// <para>No moment is unguarded. The watchdog is there before the child, and a child that is being spawned is in the group
/// before it loses its own copy of the pipe's end at exec.</para>
/// <para>It shares the group, and so the group's signals, with the child: all of them are blocked from its first moment.</para>
/// </remarks>
internal sealed class Watchdog
{
    private const string Shell = "/bin/sh";

    // SIGKILL to its own group: the kernel lets no fork slip through, and no member can refuse it.
    private const string Script = "read line; kill -9 0";

    private static readonly ChildEnvironment EmptyEnvironment = ChildEnvironment.From(null, clear: true, channel: null);

    private readonly Lock _gate = new();
    private readonly ExitWatch _exit;
    private readonly int _pipe;
    private bool _hasEnded;

    private Watchdog(ExitWatch exit, int pipe)
    {
        _exit = exit;
        _pipe = pipe;
    }

    /// <summary>The group's number.</summary>
    public int Group => _exit.Pid;

    /// <summary>Starts a watchdog, which leads a group of its own.</summary>
    /// <exception cref="SpawnFailureException">It could not be started; nothing is left open or running.</exception>
    public static Watchdog Start()
    {
        string[] argv = [Shell, "-c", Script, "TypedExec-KillOnParentExit"];
        var request = new StartRequest
        {
            File = Shell,
            Argv = argv,
            ShownArgv = argv,
            Command = Shell,
            Stdio = [Stdio.Pipe, Stdio.Ignore, Stdio.Ignore],
            // In the root, so that it holds no directory that somebody wants to unmount.
            Options = new RunOptions(new ProcessOptions { Cwd = "/", KillDescendants = true }),
            Environment = EmptyEnvironment,
            BlocksSignals = true,
        };
        using var descriptors = ChildDescriptors.Open(request.Stdio);
        try
        {
            var pid = PosixSpawn.Start(request, descriptors);
            descriptors.Dispose();
            return new Watchdog(new ExitWatch(pid, reapsAtRelease: false), descriptors.TakeParentEnd(0));
        }
        catch (SpawnFailureException failure)
        {
            descriptors.CloseParentEnds();
            throw new SpawnFailureException(
                failure.Errno, $"spawn {Shell}", Shell, "the option KillOnParentExit needs a shell to watch over the child");
        }
    }

    /// <summary>Sends a signal to the child's group; 0 or the errno.</summary>
    public int KillGroup(Signal signal)
    {
        lock (_gate)
        {
            // Its number is the group's as long as it was not reaped; the kernel does that itself where the application
            // ignores SIGCHLD.
            if (_hasEnded || _exit.Kill(0, group: false) != 0)
            {
                return Errno.ESRCH;
            }

            if (LibC.Kill(-Group, (int)signal) != 0)
            {
                return LibC.LastErrno;
            }

            if (signal == Signal.SIGSTOP)
            {
                // The one signal besides SIGKILL that cannot be blocked is not for the watchdog.
                _ = _exit.Kill(Signal.SIGCONT, group: false);
            }

            return 0;
        }
    }

    /// <summary>Ends the watchdog, and leaves what is in the group alone; waits for its end on the calling thread.</summary>
    public void Dismiss()
    {
        if (Stop())
        {
            _ = _exit.WaitForExit();
        }
    }

    /// <summary>The same without waiting: <paramref name="dismissed"/> is called when it has been reaped.</summary>
    public void Dismiss(Action dismissed)
    {
        if (Stop())
        {
            _exit.Watch(_ => dismissed());
        }
        else
        {
            dismissed();
        }
    }

    private bool Stop()
    {
        lock (_gate)
        {
            if (_hasEnded)
            {
                return false;
            }

            _hasEnded = true;
            // Killed before its pipe ends: it must not see that end.
            _ = _exit.Kill(Signal.SIGKILL, group: false);
            Descriptor.Close(_pipe);
            return true;
        }
    }
}
