using TypedExec.Requests;

namespace TypedExec.Platform.Linux.JobControl;

/// <summary>One child's use of this process's terminal while it runs: its modes, and the foreground.</summary>
internal sealed class TerminalUse
{
    private readonly ControllingTerminal? _terminal;
    private readonly int? _group;

    private TerminalUse(ControllingTerminal? terminal, int? group)
    {
        _terminal = terminal;
        _group = group;
    }

    /// <summary>Gets the terminal. There is one if the child has its own group, which may come to the foreground.</summary>
    public ControllingTerminal Terminal => _terminal!;

    /// <summary>Gets the child, or null until it was started.</summary>
    public ExitWatch? Child { get; private set; }

    /// <summary>Gets the child's group, or null until it is known.</summary>
    public int? Group => _group ?? Child?.Pid;

    /// <summary>
    /// Gets or sets whether it waits for the foreground. The gate of <see cref="Foreground"/> guards this and what follows.
    /// </summary>
    public bool IsWaiting { get; set; }

    /// <summary>Gets or sets the terminal signal that stopped the child, or null.</summary>
    public Signal? StoppedBy { get; set; }

    /// <summary>Gets whether the application itself has stopped the child, which is then left alone.</summary>
    public bool IsStoppedOnPurpose { get; private set; }

    /// <summary>
    /// Prepares the terminal for a child that is about to be started. Returns null if the child doesn't use it.
    /// </summary>
    /// <param name="request">The child; with <paramref name="foreground"/>, it must be started in the foreground.</param>
    /// <param name="descriptors">Its descriptors.</param>
    /// <param name="foreground">The terminal whose foreground the child gets as it starts, or null.</param>
    public static TerminalUse? Create(StartRequest request, ChildDescriptors descriptors, out int? foreground)
    {
        foreground = null;
        var terminal = HasOwnGroup(request) ? ControllingTerminal.Open() : null;
        if (terminal is null && !Inherits(request, descriptors))
        {
            return null;
        }

        // A child may ask at /dev/tty too. It reads the modes before it changes them, which stops it.
        ConsoleMode.GiveToChild();
        var use = new TerminalUse(terminal, request.Group);
        if (terminal is not null && Foreground.Add(use, wants: IsTerminal(descriptors.Sources[0], ControllingTerminal.IsAt)))
        {
            foreground = terminal.Descriptor;
        }

        return use;
    }

    /// <summary>Notes that the child is running.</summary>
    public void Start(ExitWatch child)
    {
        Child = child;
        if (_terminal is not null)
        {
            Foreground.Start(this);
        }
    }

    /// <summary>
    /// Ends the use when the child has exited or couldn't be started: the terminal returns to this process or goes to the next
    /// child.
    /// </summary>
    public void End()
    {
        if (_terminal is not null)
        {
            // Done first, because a background process may not change the modes.
            Foreground.Remove(this);
            _terminal.Dispose();
        }

        ConsoleMode.TakeBack();
    }

    /// <summary>Notes that the application is about to send the child a signal.</summary>
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

    /// <summary>Returns whether its stdin, stdout or stderr is a terminal, as Process checks.</summary>
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
