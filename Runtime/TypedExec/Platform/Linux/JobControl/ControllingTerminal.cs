using System.Runtime.CompilerServices;

namespace TypedExec.Platform.Linux.JobControl;

/// <summary>This process's controlling terminal, and which process group is in its foreground: the one that may read it.</summary>
internal sealed unsafe class ControllingTerminal : IDisposable
{
    private const int SignalSetSize = 128;
    private const int SIGTTOU = (int)Signal.SIGTTOU;

    private ControllingTerminal(int descriptor) => Descriptor = descriptor;

    public int Descriptor { get; }

    /// <summary>The group of this process.</summary>
    public static int OwnGroup => LibC.ProcessGroup();

    /// <summary>The group in the foreground, or -1 when the terminal has hung up.</summary>
    public int Foreground => LibC.ForegroundGroup(Descriptor);

    public bool IsOursInForeground => Foreground == OwnGroup;

    /// <summary>Null where this process has none, as a service.</summary>
    public static ControllingTerminal? Open()
    {
        int descriptor;
        fixed (byte* path = "/dev/tty"u8)
        {
            descriptor = LibC.Open(path, Constants.O_RDWR | Constants.O_NOCTTY | Constants.O_NONBLOCK | Constants.O_CLOEXEC, 0);
        }

        return descriptor < 0 ? null : new ControllingTerminal(descriptor);
    }

    /// <summary>Whether a descriptor is of the terminal that controls this process.</summary>
    public static bool IsAt(int descriptor) => LibC.ForegroundGroup(descriptor) >= 0;

    /// <summary>Puts a group into the foreground.</summary>
    public void SetForeground(int group)
        => WithoutStop(() =>
        {
            // The group may have ended, and the terminal hung up: then there is nobody to give it to.
            _ = LibC.SetForegroundGroup(Descriptor, group);
        });

    /// <summary>
    /// Puts this process's group into the foreground again, unless it is somebody else's by now: a shell's that this process
    /// was stopped by, or a job's of the child.
    /// </summary>
    /// <param name="group">The child's; null where that is unknown, as it could not be started.</param>
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
    /// A process in the background is stopped by SIGTTOU when it changes the terminal, unless the thread that does so blocks
    /// the signal. Nothing of the application's own is changed.
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
