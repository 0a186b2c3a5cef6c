using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace TypedExec.Platform.Windows.Handles;

/// <summary>Opens what a child is to have. No handle is inheritable: it becomes so for the moment of the child's start alone.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe class HandleOpening
{
    private const uint GenericRead = 0x80000000;
    private const uint GenericWrite = 0x40000000;
    private const uint AppendData = 0x4;
    private const uint ReadAttributes = 0x80;
    private const uint WriteAttributes = 0x100;
    private const uint Synchronize = 0x100000;
    private const uint ShareAll = 0x7;
    private const uint Overlapped = 0x40000000;
    private const uint SameAccess = 0x2;

    /// <summary>MAX_PATH.</summary>
    private const int LongestPath = 260;

    /// <summary>The null device, for the descriptor of this number: from 3 on it is read and written.</summary>
    public static nint OpenNull(int index) => OpenPath("NUL", index > 2 ? GenericRead | GenericWrite : OneWay(isRead: index == 0), ShareAll, FileMode.Open);

    /// <summary>The child's end of a pipe.</summary>
    /// <param name="path">Its name.</param>
    /// <param name="direction">What the parent does with it.</param>
    /// <param name="isOverlapped">Whether it has overlapped I/O.</param>
    public static nint OpenPipe(string path, PipeDirection direction, bool isOverlapped) => OpenPath(
        path,
        direction == PipeDirection.InOut ? GenericRead | GenericWrite : OneWay(isRead: direction == PipeDirection.Out),
        0, FileMode.Open, isOverlapped ? Overlapped : 0);

    /// <summary>A file that is only appended to moves to its end at every write.</summary>
    public static nint OpenFile(Stdio entry)
    {
        var access = entry.FileAccess switch
        {
            FileAccess.Read => GenericRead,
            FileAccess.ReadWrite => GenericRead | GenericWrite,
            _ when entry.FileMode == FileMode.Append => AppendData | ReadAttributes | Synchronize,
            _ => GenericWrite | ReadAttributes,
        };
        return OpenPath(Extended((string)entry.Target!), access, ShareAll, entry.FileMode);
    }

    /// <summary>A copy of a descriptor of this process; the null device where a standard handle is missing, as in a program with windows.</summary>
    /// <exception cref="SpawnFailureException">There is none of that number.</exception>
    public static nint OpenOwn(int number, int index)
    {
        // STD_INPUT_HANDLE is -10, STD_OUTPUT_HANDLE -11, STD_ERROR_HANDLE -12.
        var handle = number > 2 ? OwnDescriptors.Find(number) ?? -1 : Kernel32.GetStdHandle(-10 - number);
        return handle is not (0 or -1) ? Duplicate(handle)
            : number <= 2 ? OpenNull(index)
            : throw new SpawnFailureException(Errno.EBADF, hint: $"this process was started without a descriptor {number}");
    }

    public static nint Duplicate(SafeHandle handle)
    {
        var isReferenced = false;
        try
        {
            handle.DangerousAddRef(ref isReferenced);
            return Duplicate(handle.DangerousGetHandle());
        }
        finally
        {
            if (isReferenced)
            {
                handle.DangerousRelease();
            }
        }
    }

    public static nint Duplicate(nint handle)
    {
        nint copy;
        var own = Kernel32.GetCurrentProcess();
        return Kernel32.DuplicateHandle(own, handle, own, &copy, 0, 0, SameAccess) != 0
            ? copy
            : throw WindowsErrno.Failure(Kernel32.LastError, "DuplicateHandle");
    }

    private static uint OneWay(bool isRead) => isRead ? GenericRead | WriteAttributes : GenericWrite | ReadAttributes;

    /// <summary>A path that is too long for Windows's own limit of 260 characters, in the form that knows none, as .NET opens files.</summary>
    private static string Extended(string path)
    {
        var full = Path.GetFullPath(path);
        return full.Length < LongestPath || full.StartsWith(@"\\?\", StringComparison.Ordinal) || full.StartsWith(@"\\.\", StringComparison.Ordinal) ? full
            : full.StartsWith(@"\\", StringComparison.Ordinal) ? @"\\?\UNC\" + full[2..]
            : @"\\?\" + full;
    }

    private static nint OpenPath(string path, uint access, uint share, FileMode mode, uint flags = 0)
    {
        var disposition = mode switch
        {
            FileMode.CreateNew => 1u,
            FileMode.Create => 2u,
            FileMode.Open => 3u,
            FileMode.Truncate => 5u,
            _ => 4u,
        };
        fixed (char* name = path)
        {
            var handle = Kernel32.CreateFile(name, access, share, null, disposition, flags, 0);
            return handle != -1 ? handle : throw WindowsErrno.Failure(Kernel32.LastError, "open", path);
        }
    }
}
