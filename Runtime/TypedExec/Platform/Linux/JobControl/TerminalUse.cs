using TypedExec.Requests;

namespace TypedExec.Platform.Linux.JobControl;

/// <summary>What one child has of this process's terminal while it runs: its modes, and the foreground.</summary>
internal sealed class TerminalUse
{
    private readonly ControllingTerminal? _terminal;
    private readonly int? _group;

    private TerminalUse(ControllingTerminal? terminal, int? group)
    {
        _terminal = terminal;
        _group = group;
    }

    /// <summary>The terminal; there is one where the child has a group of its own, which may come into the foreground.</summary>
    public ControllingTerminal Terminal => _terminal!;

    /// <summary>The child; null until it was started.</summary>
    public ExitWatch? Child { get; private set; }

    /// <summary>The child's group; null until it is known.</summary>
    public int? Group => _group ?? Child?.Pid;

    /// <summary>Whether it waits to be in the foreground. <see cref="Foreground"/>'s gate guards this and what follows.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>The signal of the terminal's that the child was stopped by, or null.</summary>
    public Signal? StoppedBy { get; set; }

    /// <summary>Whether the application itself has stopped the child: then nothing is done about it.</summary>
    public bool IsStoppedOnPurpose { get; private set; }

    /// <summary>Prepares the terminal for a child that is about to be started; null where it has nothing of it.</summary>
    /// <param name="request">The child; with <paramref name="foreground"/> it is to be started in the foreground.</param>
    /// <param name="descriptors">Its descriptors.</param>
    /// <param name="foreground">The terminal into whose foreground the child is to be put as it starts, or null.</param>
    public static TerminalUse? Create(StartRequest request, ChildDescriptors descriptors, out int? foreground)
    {
        foreground = null;
        var terminal = HasOwnGroup(request) ? ControllingTerminal.Open() : null;
        if (terminal is null && !Inherits(request, descriptors))
        {
            return null;
        }

        // One that may ask at /dev/tty too: it reads the modes before it changes them, which is what stops it.
        ConsoleMode.GiveToChild();
        var use = new TerminalUse(terminal, request.Group);
        if (terminal is not null && Foreground.Add(use, wants: IsTerminal(descriptors.Sources[0], ControllingTerminal.IsAt)))
        {
            foreground = terminal.Descriptor;
        }

        return use;
    }

    /// <summary>The child runs.</summary>
    public void Start(ExitWatch child)
    {
        Child = child;
        if (_terminal is not null)
        {
            Foreground.Start(this);
        }
    }

    /// <summary>It has ended, or could not be started: the terminal is this process's again, or the next child's.</summary>
    public void End()
    {
        if (_terminal is not null)
        {
            // First, as nobody in the background may change the modes.
            Foreground.Remove(this);
            _terminal.Dispose();
        }

        ConsoleMode.TakeBack();
    }

    /// <summary>The application is about to send the child a signal.</summary>
    public void OnSignal(Signal signal)
    {
        switch (signal)
        {
            case Signal.SIGSTOP or Signal.SIGTSTP or Signal.SIGTTIN or Signal.SIGTTOU:
                IsStoppedOnPurpose = true;
                break;
            case Signal.SIGCONT:
                IsStoppedOnPurpose = false;
                break;
        }
    }

    private static bool HasOwnGroup(StartRequest request)
        => !request.Detached && request.Terminal is null && (request.KillGroup || request.Group is not null);

    /// <summary>Whether its stdin, stdout or stderr is a terminal, as Process asks.</summary>
    private static bool Inherits(StartRequest request, ChildDescriptors descriptors)
    {
        for (var i = 0; i < 3; i++)
        {
            if (request.Stdio[i].Kind is StdioKind.Inherit or StdioKind.Fd or StdioKind.Handle or StdioKind.File
                && IsTerminal(descriptors.Sources[i], static descriptor => LibC.IsTerminal(descriptor) == 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTerminal(int source, Func<int, bool> isTerminal) => source >= 0 && isTerminal(source);
}
