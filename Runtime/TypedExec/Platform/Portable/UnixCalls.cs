using System.Runtime.InteropServices;

namespace TypedExec.Platform.Portable;

/// <summary>
/// The Unix calls for which .NET has no method. They aren't variadic, or are used without variadic arguments, which macOS on ARM
/// passes differently. Their constants are the same on all systems unless noted.
/// </summary>
internal static unsafe partial class UnixCalls
{
    public const int X_OK = 1;
    public const int AF_UNIX = 1;
    public const int SOCK_STREAM = 1;
    public const int F_GETFD = 1;
    public const short POLLIN = 1;
    public const short POLLOUT = 4;
    public const short POLLGONE = 0x8 | 0x10 | 0x20;

    /// <summary>Gets FIOCLEX of ioctl_fd(2), which takes no argument, unlike F_SETFD of fcntl.</summary>
    public static nuint CloseOnExec => OperatingSystem.IsLinux() ? 0x5451u : 0x20006601u;

    /// <summary>Gets the errno of the last call, with Linux's number.</summary>
    public static int LastErrno => BsdNumbers.ErrnoFrom(Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int pid, int signal);

    [LibraryImport("libc", EntryPoint = "access", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Access(string path, int mode);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    public static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "socketpair", SetLastError = true)]
    public static partial int SocketPair(int domain, int type, int protocol, int* ends);

    [LibraryImport("libc", EntryPoint = "getsockname", SetLastError = true)]
    public static partial int GetSocketName(int socket, byte* address, uint* length);

    [LibraryImport("libc", EntryPoint = "getpeername", SetLastError = true)]
    public static partial int GetPeerName(int socket, byte* address, uint* length);

    /// <summary>Calls fcntl with a command that takes no argument.</summary>
    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    public static partial int FileControl(int descriptor, int command);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int IoControl(int descriptor, nuint request);

    // nfds_t is an unsigned int on macOS and an unsigned long on Linux; a register holds both alike.
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
