using System.IO.Pipes;
using Microsoft.Win32.SafeHandles;

namespace TypedExec.Platform.Portable;

/// <summary>
/// Copies between a child's pipe and a descriptor on a dedicated thread: a descriptor may be anything, including something that
/// would block a pool thread forever.
/// </summary>
internal sealed class DescriptorCopy
{
    private const int BufferSize = 64 * 1024;

    /// <summary>
    /// How long a child that has exited may produce nothing before its output counts as held by another process.
    /// </summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Task _completion;
    private long _copied;

    /// <summary>Starts to copy until everything is copied, or the child or the descriptor takes no more.</summary>
    public DescriptorCopy(CopyEndpoint target, PipeStream pipe, bool intoChild)
        => _completion = Task.Factory.StartNew(
            () => Run(target, pipe, intoChild), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>
    /// Completes when the output that a child wrote before it exited has arrived. A descendant may hold the pipe open and keep
    /// writing, as it might to the descriptor itself; it isn't waited for.
    /// </summary>
    public async Task SettledAsync()
    {
        long before;
        do
        {
            before = Volatile.Read(ref _copied);
            await Task.WhenAny(_completion, Task.Delay(Pause)).ConfigureAwait(false);
        }
        while (!_completion.IsCompleted && Volatile.Read(ref _copied) != before);
    }

    private void Run(CopyEndpoint target, PipeStream pipe, bool intoChild)
    {
        using (target)
        using (pipe)
        {
            try
            {
                if (intoChild)
                {
                    Feed(target.Descriptor, pipe);
                }
                else
                {
                    Take(pipe, target);
                }
            }
            catch (IOException)
            {
                // The child sees what it would have seen of the descriptor itself: that it can't write any more, or that there is
                // no more to read.
            }
        }
    }

    private static unsafe void Feed(int source, PipeStream child)
    {
        var buffer = new byte[BufferSize];
        while (IsReadable(source, child.SafePipeHandle))
        {
            nint count;
            fixed (byte* bytes = buffer)
            {
                count = UnixCalls.Read(source, bytes, BufferSize);
            }

            if (count > 0)
            {
                child.Write(buffer, 0, (int)count);
            }
            else if (count == 0 || UnixCalls.LastErrno is not (Errno.EINTR or Errno.EAGAIN))
            {
                return;
            }
        }
    }

    /// <summary>Waits for something to read. Returns false if the child no longer reads.</summary>
    private static unsafe bool IsReadable(int source, SafePipeHandle child)
    {
        var descriptors = stackalloc PolledDescriptor[2];
        while (true)
        {
            descriptors[0] = new PolledDescriptor { Descriptor = source, Events = UnixCalls.POLLIN };
            descriptors[1] = new PolledDescriptor { Descriptor = (int)child.DangerousGetHandle() };
            if (UnixCalls.Poll(descriptors, 2, -1) < 0 && UnixCalls.LastErrno != Errno.EINTR)
            {
                return false;
            }

            if ((descriptors[1].ReturnedEvents & UnixCalls.POLLGONE) != 0)
            {
                return false;
            }

            if (descriptors[0].ReturnedEvents != 0)
            {
                return true;
            }
        }
    }

    private void Take(PipeStream child, CopyEndpoint target)
    {
        var buffer = new byte[BufferSize];
        int count;
        while ((count = child.Read(buffer, 0, BufferSize)) > 0)
        {
            Write(target, buffer.AsSpan(0, count));
            Interlocked.Add(ref _copied, count);
        }
    }

    private static unsafe void Write(CopyEndpoint target, ReadOnlySpan<byte> bytes)
    {
        if (target.Appends)
        {
            using var file = new SafeFileHandle(target.Descriptor, ownsHandle: false);
            RandomAccess.Write(file, bytes, RandomAccess.GetLength(file));
            return;
        }

        while (!bytes.IsEmpty)
        {
            nint count;
            fixed (byte* first = bytes)
            {
                count = UnixCalls.Write(target.Descriptor, first, (nuint)bytes.Length);
            }

            if (count >= 0)
            {
                bytes = bytes[(int)count..];
                continue;
            }

            switch (UnixCalls.LastErrno)
            {
                case Errno.EINTR:
                    break;
                case Errno.EAGAIN:
                    var descriptor = new PolledDescriptor { Descriptor = target.Descriptor, Events = UnixCalls.POLLOUT };
                    _ = UnixCalls.Poll(&descriptor, 1, -1);
                    break;
                case var errno:
                    throw new IOException($"write {Errno.Name(errno)}");
            }
        }
    }
}
