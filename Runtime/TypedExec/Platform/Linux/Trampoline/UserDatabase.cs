using System.Runtime.InteropServices;

namespace TypedExec.Platform.Linux.Trampoline;

/// <summary>The users of the system, from <c>/etc/passwd</c> or its other name services.</summary>
internal static unsafe class UserDatabase
{
    private const int FirstSize = 1024;
    private const int LargestSize = 1024 * 1024;

    /// <summary>Finds a user's IDs by name, or returns null.</summary>
    /// <exception cref="SpawnFailureException">The database can't be read.</exception>
    public static (uint Uid, uint Gid)? Find(string name)
    {
        using var text = new CString(name);
        var pointer = text.Pointer;
        return Find("getpwnam_r", (entry, buffer, size, found) => LibC.FindUserByName(pointer, entry, buffer, size, found));
    }

    /// <summary>Finds a user's IDs by number, or returns null.</summary>
    /// <exception cref="SpawnFailureException">The database can't be read.</exception>
    public static (uint Uid, uint Gid)? Find(uint uid)
        => Find("getpwuid_r", (entry, buffer, size, found) => LibC.FindUserById(uid, entry, buffer, size, found));

    private static (uint Uid, uint Gid)? Find(string call, Lookup lookup)
    {
        for (var size = FirstSize; ; size *= 4)
        {
            var buffer = (byte*)NativeMemory.Alloc((nuint)size);
            try
            {
                UserEntry entry;
                UserEntry* found = null;
                var errno = lookup(&entry, buffer, (nuint)size, &found);
                switch (errno)
                {
                    case 0:
                        return found is null ? null : (entry.Uid, entry.Gid);
                    // The errors that getpwnam(3) lists for "not found", besides 0.
                    case Errno.ENOENT or Errno.ESRCH or Errno.EBADF or Errno.EPERM:
                        return null;
                    case Errno.EINTR:
                    case Errno.ERANGE when size < LargestSize:
                        break;
                    default:
                        throw new SpawnFailureException(errno, call);
                }
            }
            finally
            {
                NativeMemory.Free(buffer);
            }
        }
    }

    private delegate int Lookup(UserEntry* entry, byte* buffer, nuint size, UserEntry** found);
}

/// <summary><c>struct passwd</c>, the same in glibc and musl.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct UserEntry
{
    public byte* Name;
    public byte* Password;
    public uint Uid;
    public uint Gid;
    public byte* Comment;
    public byte* Directory;
    public byte* Shell;
}
