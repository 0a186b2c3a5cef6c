namespace TypedExec.Platform.Linux.Trampoline;

/// <summary>One place for a program's bytes: memory, or a directory. It is opened once, when it is first needed.</summary>
/// <param name="name">The name of the file, if it has one.</param>
/// <param name="bytes">The program.</param>
/// <param name="directory">The directory, or null for memory.</param>
internal sealed unsafe class ProgramImage(string name, byte[] bytes, string? directory)
{
    private readonly Lock _gate = new();
    private int? _descriptor;
    private bool _isRefused;

    /// <summary>Gets a descriptor to start the program from, which is never closed, or null if there can't be one.</summary>
    /// <exception cref="SpawnFailureException">There is no memory or descriptor left.</exception>
    public int? Descriptor
    {
        get
        {
            lock (_gate)
            {
                if (_descriptor is null && !_isRefused)
                {
                    _descriptor = directory is null ? OpenInMemory() : OpenOnDisk(directory);
                    _isRefused = _descriptor is null;
                }

                return _descriptor;
            }
        }
    }

    private int? OpenInMemory()
    {
        using var text = new CString(name);
        const uint Flags = Constants.MFD_CLOEXEC | Constants.MFD_ALLOW_SEALING;
        var descriptor = LibC.MemoryFile(text.Pointer, Flags | Constants.MFD_EXEC);
        if (descriptor < 0 && LibC.LastErrno == Errno.EINVAL)
        {
            // Before Linux 6.3, every such file can be executed, and there is no flag for it.
            descriptor = LibC.MemoryFile(text.Pointer, Flags);
        }

        if (descriptor < 0)
        {
            return Refused(LibC.LastErrno, "memfd_create");
        }

        Fill(descriptor, "memfd_create");
        // From now on nobody can change it, whoever gets access to it.
        _ = LibC.Fcntl(descriptor, Constants.F_ADD_SEALS, Constants.F_SEAL_ALL);
        return Linux.Descriptor.MoveTo(Linux.Descriptor.FirstBeyondStandard, descriptor);
    }

    /// <summary>
    /// The file is opened again through its descriptor, because one that is open for writing can't be executed. By its name,
    /// which is then removed, the owner of the directory could replace it.
    /// </summary>
    private int? OpenOnDisk(string directory)
    {
        using var path = new CString(Path.Combine(directory, $".{name}-{Guid.NewGuid():N}"));
        const int Flags = Constants.O_RDWR | Constants.O_CREAT | Constants.O_EXCL | Constants.O_CLOEXEC;
        var written = LibC.Open(path.Pointer, Flags, Convert.ToUInt32("700", 8));
        if (written < 0)
        {
            return Refused(LibC.LastErrno, "open");
        }

        _ = LibC.Unlink(path.Pointer);
        Fill(written, "open");
        using var self = new CString($"/proc/self/fd/{written}");
        var descriptor = LibC.Open(self.Pointer, Constants.O_RDONLY | Constants.O_CLOEXEC, 0);
        var errno = LibC.LastErrno;
        Linux.Descriptor.Close(written);
        return descriptor < 0
            ? Refused(errno, "open")
            : Linux.Descriptor.MoveTo(Linux.Descriptor.FirstBeyondStandard, descriptor);
    }

    /// <summary>Writes the program. A file that doesn't take all of it is closed.</summary>
    private void Fill(int descriptor, string call)
    {
        for (var written = 0; written < bytes.Length;)
        {
            var count = Linux.Descriptor.Write(descriptor, bytes.AsSpan(written));
            if (count < 0)
            {
                Linux.Descriptor.Close(descriptor);
                throw new SpawnFailureException(-count, call);
            }

            written += count;
        }
    }

    /// <summary>Returns null if another place may work. A shortage passes, and only makes this one start fail.</summary>
    private static int? Refused(int errno, string call)
        => errno is Errno.EMFILE or Errno.ENFILE or Errno.ENOMEM or Errno.ENOSPC
            ? throw new SpawnFailureException(errno, call)
            : null;
}
