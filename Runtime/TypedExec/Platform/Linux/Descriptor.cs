using TypedExec.IO;

namespace TypedExec.Platform.Linux;

/// <summary>Reads, writes and closes file descriptors, and restarts after EINTR. A failure is the negative errno.</summary>
internal static unsafe class Descriptor
{
    /// <summary>The first number after stdin, stdout and stderr.</summary>
    public const int FirstBeyondStandard = 3;

    private const int DirectRead = 16 * 1024;

    public static int Read(int descriptor, Span<byte> buffer)
    {
        fixed (byte* pointer = buffer)
        {
            while (true)
            {
                var count = LibC.Read(descriptor, pointer, buffer.Length);
                if (count >= 0)
                {
                    return (int)count;
                }

                if (LibC.LastErrno is var errno and not Errno.EINTR)
                {
                    return -errno;
                }
            }
        }
    }

    /// <summary>Reads for a sink, into its own space if that is large enough.</summary>
    /// <param name="descriptor">The pipe.</param>
    /// <param name="sink">Takes what is read.</param>
    /// <param name="scratch">The buffer to read into if the sink has no space of its own.</param>
    /// <param name="isTaken">True if the sink took it and wants more; false if it wants a pause.</param>
    /// <returns>The number of bytes read, 0 at the end, or the negative errno.</returns>
    public static int Read(int descriptor, IByteSink sink, Span<byte> scratch, out bool isTaken)
    {
        isTaken = true;
        var free = sink.Free;
        if (free.Length >= DirectRead)
        {
            var direct = Read(descriptor, free);
            if (direct > 0)
            {
                sink.Advance(direct);
            }

            return direct;
        }

        var wanted = sink.Wanted;
        if (wanted == 0)
        {
            isTaken = false;
            return 0;
        }

        var count = Read(descriptor, scratch[..Math.Min(scratch.Length, wanted)]);
        isTaken = count <= 0 || sink.Write(scratch[..count]);
        return count;
    }

    /// <summary>Reads the bytes that are there now and no more, however fast a writer continues.</summary>
    public static byte[] ReadRest(int descriptor)
    {
        int available;
        if (LibC.IoControl(descriptor, Constants.FIONREAD, &available) != 0 || available == 0)
        {
            return [];
        }

        var rest = new byte[available];
        var length = 0;
        int count;
        while (length < available && (count = Read(descriptor, rest.AsSpan(length))) > 0)
        {
            length += count;
        }

        return length == available ? rest : rest[..length];
    }

    public static int Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* pointer = bytes)
        {
            while (true)
            {
                var count = LibC.Write(descriptor, pointer, bytes.Length);
                if (count >= 0)
                {
                    return (int)count;
                }

                if (LibC.LastErrno is var errno and not Errno.EINTR)
                {
                    return -errno;
                }
            }
        }
    }

    /// <summary>
    /// Closes a descriptor. Linux releases the number even if close(2) reports an error, so there is nothing to retry.
    /// </summary>
    public static void Close(int descriptor) => _ = LibC.Close(descriptor);

    /// <summary>Moves a descriptor to a number that is at least <paramref name="lowest"/>, and keeps it close-on-exec.</summary>
    /// <exception cref="SpawnFailureException">There is none left; the descriptor has been closed.</exception>
    public static int MoveTo(int lowest, int descriptor)
    {
        if (descriptor >= lowest)
        {
            return descriptor;
        }

        var moved = LibC.Fcntl(descriptor, Constants.F_DUPFD_CLOEXEC, lowest);
        var errno = LibC.LastErrno;
        Close(descriptor);
        return moved >= 0 ? moved : throw new SpawnFailureException(errno, "fcntl");
    }

    /// <summary>Makes reads and writes return immediately. Returns false if the kernel refuses.</summary>
    public static bool SetNonBlocking(int descriptor)
    {
        var flags = LibC.Fcntl(descriptor, Constants.F_GETFL, 0);
        return flags >= 0 && LibC.Fcntl(descriptor, Constants.F_SETFL, flags | Constants.O_NONBLOCK) == 0;
    }
}
