using System.Runtime.InteropServices;

namespace TypedExec.Platform.Linux;

/// <summary>
/// A pseudo-terminal: the parent holds one end (the master), and a child gets the other (the slave) by its path.
/// </summary>
internal static unsafe class PseudoTerminal
{
    private const int MaxPathBytes = 64;

    /// <summary>Opens a pseudo-terminal of the specified size.</summary>
    /// <returns>The master, which no child inherits, and the path of the slave, which the child opens.</returns>
    /// <exception cref="SpawnFailureException">There is none available; nothing is left open.</exception>
    public static (int Master, string SlavePath) Open(TerminalSize size)
    {
        // Linux accepts O_CLOEXEC here, though POSIX doesn't require it.
        var master = LibC.OpenPseudoTerminal(Constants.O_RDWR | Constants.O_NOCTTY | Constants.O_CLOEXEC);
        if (master < 0)
        {
            throw new SpawnFailureException(LibC.LastErrno, "posix_openpt");
        }

        try
        {
            Check(LibC.GrantPseudoTerminal(master), "grantpt");
            Check(LibC.UnlockPseudoTerminal(master), "unlockpt");
            Check(Resize(master, size), "ioctl");
            return (master, SlavePath(master));
        }
        catch
        {
            Descriptor.Close(master);
            throw;
        }
    }

    /// <summary>Sets the size. The kernel notifies the foreground process group with SIGWINCH.</summary>
    public static int Resize(int master, TerminalSize size)
    {
        var window = new WindowSize { Rows = (ushort)size.Rows, Columns = (ushort)size.Columns };
        return LibC.IoControl(master, Constants.TIOCSWINSZ, &window);
    }

    private static string SlavePath(int master)
    {
        var path = stackalloc byte[MaxPathBytes];
        var errno = LibC.PseudoTerminalName(master, path, MaxPathBytes);
        return errno == 0 ? Marshal.PtrToStringUTF8((nint)path)! : throw new SpawnFailureException(errno, "ptsname_r");
    }

    private static void Check(int result, string syscall)
    {
        if (result != 0)
        {
            throw new SpawnFailureException(LibC.LastErrno, syscall);
        }
    }
}
