using System.Runtime.InteropServices;
using TypedExec.Platform;
using TypedExec.Platform.Portable;

namespace TypedExec.Testing.Streams;

/// <summary>
/// An open descriptor of this process, as a fake child uses it: the pipe to a neighbor in a pipeline, or the caller's file, whose
/// position is the descriptor's own and not a stream's. Unix only.
/// </summary>
/// <remarks>The descriptor stays open until this stream is closed, even if its owner closes it. No operation blocks a thread for
/// longer than <see cref="PollMilliseconds"/> without checking for that.</remarks>
internal sealed unsafe class DescriptorStream : OneWayStream
{
    private const int PollMilliseconds = 50;

    /// <summary>A pipe that poll(2) reports as writable accepts this many bytes without blocking (PIPE_BUF).</summary>
    private const int AtomicWrite = 4096;

    private readonly SafeHandle _handle;
    private int _isClosed;

    public DescriptorStream(SafeHandle handle)
    {
        var isReferenced = false;
        handle.DangerousAddRef(ref isReferenced);
        _handle = handle;
    }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        while (TryWait(UnixCalls.POLLIN))
        {
            nint count;
            fixed (byte* bytes = buffer)
            {
                count = Use(new Target(bytes, buffer.Length), static (descriptor, target) => UnixCalls.Read(descriptor, target.Bytes, (nuint)target.Length));
            }

            if (count >= 0)
            {
                return (int)count;
            }
        }

        return 0;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => new(Task.Run(() => Read(buffer.Span), cancellationToken));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (!TryWait(UnixCalls.POLLOUT))
            {
                throw new BrokenPipeException();
            }

            nint count;
            fixed (byte* bytes = buffer)
            {
                count = Use(
                    new Target(bytes, Math.Min(buffer.Length, AtomicWrite)),
                    static (descriptor, target) => UnixCalls.Write(descriptor, target.Bytes, (nuint)target.Length));
            }

            buffer = buffer[(int)Math.Max(count, 0)..];
        }
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        => new(Task.Run(() => Write(buffer.Span), cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0)
        {
            _handle.DangerousRelease();
        }
    }

    /// <summary>Waits until the descriptor can be used. Returns false if the fake has ended meanwhile.</summary>
    private bool TryWait(short what)
    {
        while (Volatile.Read(ref _isClosed) == 0)
        {
            var ready = Use(new Target(null, what), static (descriptor, target) =>
            {
                var polled = new PolledDescriptor { Descriptor = descriptor, Events = (short)target.Length };
                return UnixCalls.Poll(&polled, 1, PollMilliseconds);
            });
            if (ready > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Makes a call with the descriptor. Returns -1 if the call should be retried.</summary>
    private nint Use(Target target, Func<int, Target, nint> call)
    {
        var isReferenced = false;
        try
        {
            _handle.DangerousAddRef(ref isReferenced);
            var result = call((int)_handle.DangerousGetHandle(), target);
            return result >= 0 ? result : UnixCalls.LastErrno switch
            {
                Errno.EINTR or Errno.EAGAIN => -1,
                Errno.EPIPE => throw new BrokenPipeException(),
                var errno => throw new IOException(Errno.Name(errno)),
            };
        }
        catch (ObjectDisposedException)
        {
            throw new BrokenPipeException();
        }
        finally
        {
            if (isReferenced)
            {
                _handle.DangerousRelease();
            }
        }
    }

    private readonly struct Target(byte* bytes, int length)
    {
        public readonly byte* Bytes = bytes;
        public readonly int Length = length;
    }
}
