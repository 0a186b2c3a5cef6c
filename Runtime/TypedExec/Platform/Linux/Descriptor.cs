namespace TypedExec.Platform.Linux;

/// <summary>Reads, writes and closes of file descriptors, restarted after EINTR; a failure is the negative errno.</summary>
internal static unsafe class Descriptor
{
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

    /// <summary>Closes; Linux releases the number even when close(2) reports an error, so there is nothing to retry.</summary>
    public static void Close(int descriptor) => _ = LibC.Close(descriptor);

    public static void SetNonBlocking(int descriptor)
    {
        var flags = LibC.Fcntl(descriptor, Constants.F_GETFL, 0);
        if (flags >= 0)
        {
            _ = LibC.Fcntl(descriptor, Constants.F_SETFL, flags | Constants.O_NONBLOCK);
        }
    }
}
