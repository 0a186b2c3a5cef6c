using TypedExec.Services;

namespace TypedExec.IO;

/// <summary>
/// Captures a child's output to one stream, up to a limit. Output beyond it, or for which there is no memory, is dropped: the
/// child is being stopped then and must not be blocked.
/// </summary>
/// <param name="limit">How many bytes are kept.</param>
/// <param name="observer">Is notified that the limit or the memory was exceeded.</param>
/// <param name="gate">Guards this buffer and the others of one child or run. By default, the buffer has its own.</param>
internal sealed class OutputBuffer(long limit, IBufferObserver? observer = null, object? gate = null) : IByteSink
{
    private const int SmallestChunk = 4 * 1024;
    private const int LargestChunk = 1024 * 1024;

    private readonly object _gate = gate ?? new();
    private readonly long _limit = Math.Min(limit, LargestArray);
    private readonly CaptureBudget? _budget = RunService.Current?.Budget;
    private long _budgeted;
    private List<byte[]>? _fullChunks;
    private long _fullLength;
    private byte[] _chunk = [];
    private int _used;
    private bool _isAtEnd;
    private TaskCompletionSource? _change;

    /// <summary>
    /// Gets or sets the size of the largest result, which is one array. It limits output regardless of other limits. Tests make
    /// it small.
    /// </summary>
    internal static long LargestArray { get; set; } = Array.MaxLength;

    public long Length => _fullLength + _used;

    /// <summary>Gets whether the child wrote more than the limit; the bytes up to it are kept.</summary>
    public bool HasOverflowed { get; private set; }

    /// <summary>Gets the exception if there was no memory for the output, which is then dropped; otherwise null.</summary>
    public OutOfMemoryException? Shortage { get; private set; }

    public Span<byte> Free => _chunk.AsSpan(_used);

    /// <summary>Gets or sets the observer that is notified of the end.</summary>
    public IEndObserver? EndObserver { get; set; }

    public void Advance(int count)
    {
        lock (_gate)
        {
            _used += count;
            Signal();
        }
    }

    public bool Write(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (HasOverflowed || Shortage is not null)
            {
                return true;
            }

            var kept = (int)Math.Min(bytes.Length, _limit - Length);
            try
            {
                Append(bytes[..kept]);
            }
            catch (OutOfMemoryException exception)
            {
                Shortage = exception;
                Clear();
            }

            HasOverflowed = kept < bytes.Length;
            Signal();
        }

        if (HasOverflowed || Shortage is not null)
        {
            observer?.OnRefused(this);
        }

        return true;
    }

    public void OnShortage(OutOfMemoryException shortage)
    {
        lock (_gate)
        {
            if (!HasOverflowed && Shortage is null)
            {
                Shortage = shortage;
                Clear();
                Signal();
            }
        }

        // Even if it was called before: that call may be the one that found no memory.
        observer?.OnRefused(this);
    }

    public void End()
    {
        lock (_gate)
        {
            _isAtEnd = true;
            Signal();
        }

        EndObserver?.OnEnded();
    }

    /// <summary>Returns all captured output in an array of its size. Must be called at the end.</summary>
    /// <exception cref="OutOfMemoryException">There is no contiguous memory for it.</exception>
    public byte[] ToArray()
    {
        lock (_gate)
        {
            if (_fullChunks is null && _used == _chunk.Length)
            {
                return _chunk;
            }

            var all = GC.AllocateUninitializedArray<byte>((int)Length);
            _ = CopyTo(all, 0);
            Clear();
            _chunk = all;
            _used = all.Length;
            return all;
        }
    }

    /// <summary>Removes the output from the budget, because the run has ended and the owner has it from now on.</summary>
    public void LeaveBudget()
    {
        lock (_gate)
        {
            _budget?.GiveBack(_budgeted);
            _budgeted = 0;
        }
    }

    /// <summary>Copies captured output from a position on, even while more arrives.</summary>
    /// <returns>How many bytes; 0 if no more has been captured yet.</returns>
    public int CopyTo(Span<byte> target, long position)
    {
        lock (_gate)
        {
            var copied = 0;
            foreach (var chunk in _fullChunks ?? [])
            {
                copied += CopyPart(chunk, ref position, target[copied..]);
            }

            return copied + CopyPart(_chunk.AsSpan(0, _used), ref position, target[copied..]);
        }
    }

    /// <summary>Waits until more has been captured. Returns false at the end.</summary>
    public async ValueTask<bool> WaitForMoreAsync(long position, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change;
            lock (_gate)
            {
                if (Length > position || _isAtEnd)
                {
                    return Length > position;
                }

                change = (_change ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            await change.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static int CopyPart(ReadOnlySpan<byte> chunk, ref long position, Span<byte> target)
    {
        var skipped = (int)Math.Min(position, chunk.Length);
        position -= skipped;
        var part = Math.Min(chunk.Length - skipped, target.Length);
        chunk.Slice(skipped, part).CopyTo(target);
        return part;
    }

    private void Signal()
    {
        _change?.TrySetResult();
        _change = null;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var part = Math.Min(bytes.Length, _chunk.Length - _used);
            bytes[..part].CopyTo(_chunk.AsSpan(_used));
            _used += part;
            bytes = bytes[part..];
            if (bytes.IsEmpty)
            {
                return;
            }

            AddChunk(bytes.Length);
        }
    }

    /// <summary>
    /// A short output gets an array of its size. A longer one grows in pieces as it arrives, so that nothing is copied before the
    /// end and no more memory is taken than is used.
    /// </summary>
    private void AddChunk(int needed)
    {
        long size = Length == 0 ? needed : Math.Max(needed, Math.Clamp(Length, SmallestChunk, LargestChunk));
        size = Math.Min(size, _limit - Length);
        if (_budget is not null)
        {
            _budget.Take(size);
            _budgeted += size;
        }

        var chunk = GC.AllocateUninitializedArray<byte>((int)size);
        if (_used > 0)
        {
            (_fullChunks ??= []).Add(_chunk);
            _fullLength += _used;
        }

        _chunk = chunk;
        _used = 0;
    }

    private void Clear()
    {
        _fullChunks = null;
        _fullLength = 0;
        _chunk = [];
        _used = 0;
    }
}
