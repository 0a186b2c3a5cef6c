using System.Runtime.CompilerServices;

namespace TypedExec.Platform.Linux.JobControl;

/// <summary>This process's controlling terminal, and the process group in its foreground: the one that may read it.</summary>
internal sealed unsafe class ControllingTerminal : IDisposable
{
    private const int SignalSetSize = 128;
    private const int SIGTTOU = (int)Signal.SIGTTOU;

    private ControllingTerminal(int descriptor) => Descriptor = descriptor;

    public int Descriptor { get; }

    /// <summary>Gets the group of this process.</summary>
    public static int OwnGroup => LibC.ProcessGroup();

    /// <summary>Gets the group in the foreground, or -1 if the terminal has hung up.</summary>
    public int Foreground => LibC.ForegroundGroup(Descriptor);

    public bool IsOursInForeground => Foreground == OwnGroup;

    /// <summary>Opens the terminal. Returns null if this process has none, as a service does.</summary>
    public static ControllingTerminal? Open()
    {
        int descriptor;
        fixed (byte* path = "/dev/tty"u8)
        {
            descriptor = LibC.Open(path, Constants.O_RDWR | Constants.O_NOCTTY | Constants.O_NONBLOCK | Constants.O_CLOEXEC, 0);
        }

        return descriptor < 0 ? null : new ControllingTerminal(descriptor);
    }

    /// <summary>Returns whether a descriptor belongs to the terminal that controls this process.</summary>
    public static bool IsAt(int descriptor) => LibC.ForegroundGroup(descriptor) >= 0;

    /// <summary>Moves a group to the foreground.</summary>
    public void SetForeground(int group)
        => WithoutStop(() =>
        {
            // If the group has ended and the terminal has hung up, there is nobody to give it to.
            _ = LibC.SetForegroundGroup(Descriptor, group);
        });

    /// <summary>
    /// Moves this process's group back to the foreground, unless it belongs to somebody else by now: a shell that stopped this
    /// process, or a job of the child.
    /// </summary>
    /// <param name="group">The child's group; null if it is unknown because the child couldn't be started.</param>
    public void TakeFrom(int? group)
    {
        var foreground = Foreground;
        var own = OwnGroup;
        if (foreground != own && (foreground == group || !Exists(foreground)))
        {
            SetForeground(own);
        }
    }

    public void Dispose() => Linux.Descriptor.Close(Descriptor);

    private static bool Exists(int group) => group > 1 && (LibC.Kill(-group, 0) == 0 || LibC.LastErrno != Errno.ESRCH);

    /// <summary>
    /// A background process that changes the terminal is stopped by SIGTTOU, unless the calling thread blocks the signal. The
    /// application's own settings are not changed.
    /// </summary>
    [SkipLocalsInit]
    private static void WithoutStop(Action change)
    {
        var signals = stackalloc byte[SignalSetSize];
        var before = stackalloc byte[SignalSetSize];
        _ = LibC.SignalSetEmpty(signals);
        _ = LibC.SignalSetAdd(signals, SIGTTOU);
        if (LibC.ThreadSignalMask(Constants.SIG_BLOCK, signals, before) != 0)
        {
            return;
        }

        try
        {
            change();
        }
        finally
        {
            _ = LibC.ThreadSignalMask(Constants.SIG_SETMASK, before, null);
        }
    }
}
