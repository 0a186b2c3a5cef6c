using System.Runtime.InteropServices;

namespace TypedExec.Platform.Portable;

/// <summary>
/// The calls of POSIX that .NET has no method for. None of them is variadic, and their constants are the same everywhere, so
/// that they hold on macOS as on Linux.
/// </summary>
internal static unsafe partial class UnixCalls
{
    public const int X_OK = 1;
    public const short POLLIN = 1;
    public const short POLLOUT = 4;
    public const short POLLGONE = 0x8 | 0x10 | 0x20;

    /// <summary>The errno of the last call, with Linux's number.</summary>
    public static int LastErrno => UnixNumbers.ErrnoFrom(Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int pid, int signal);

    [LibraryImport("libc", EntryPoint = "access", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Access(string path, int mode);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, byte* buffer, nuint count);

    // nfds_t is an unsigned int on macOS and an unsigned long on Linux, which a register holds alike.
    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(PolledDescriptor* descriptors, nuint count, int milliseconds);
}

/// <summary><c>struct pollfd</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PolledDescriptor
{
    public int Descriptor;
    public short Events;
    public short ReturnedEvents;
}
