using System.Runtime.InteropServices;

namespace TypedExec.Platform.Windows;

/// <summary>Maps a Windows error to libuv's name for it (uv_translate_sys_error), with Linux's number.</summary>
internal static class WindowsErrno
{
    public static int Of(int error) => error switch
    {
        // ERROR_FILE_NOT_FOUND, PATH_NOT_FOUND, INVALID_DRIVE, BAD_NETPATH, INVALID_NAME, MOD_NOT_FOUND, BAD_PATHNAME, DIRECTORY
        2 or 3 or 15 or 53 or 123 or 126 or 161 or 267 => Errno.ENOENT,
        4 => Errno.EMFILE,
        5 => Errno.EPERM,
        6 => Errno.EBADF,
        8 or 14 or 1455 => Errno.ENOMEM,
        32 or 33 or 231 => Errno.EBUSY,
        80 or 183 => Errno.EEXIST,
        87 => Errno.EINVAL,
        109 or 232 or 233 => Errno.EPIPE,
        112 => Errno.ENOSPC,
        // libuv uses EFTYPE, which Linux doesn't have.
        193 => Errno.ENOEXEC,
        206 => Errno.ENAMETOOLONG,
        // ERROR_ELEVATION_REQUIRED
        740 or 998 => Errno.EACCES,
        19 => Errno.EROFS,
        _ => Errno.UNKNOWN,
    };

    /// <summary>Creates the failure of a system call.</summary>
    public static SpawnFailureException Failure(int error, string syscall, string? path = null)
        => new(Of(error), syscall, path, Message(error));

    /// <summary>Returns the Windows message for an error.</summary>
    public static string Message(int error) => Marshal.GetPInvokeErrorMessage(error).TrimEnd(' ', '.');
}
