using System.Runtime.CompilerServices;

namespace TypedExec.IO;

/// <summary>
/// The pipe of one output, and whose turn it is to read it: the user, the handlers of <see cref="ChildOutput.Data"/> or a
/// capturing call, and once the child has exited nobody but the drain. Never two at a time.
/// </summary>
/// <param name="end">The pipe.</param>
/// <param name="ended">Called once, when the output has ended and the handlers have had it all.</param>
internal sealed class OutputSource(ReadPipe end, Action ended)
{
    private readonly Lock _gate = new();
    private ReadPipe _end = end;
    private bool _isRead;
    private bool _isReading;
    private bool _isPumped;
    private bool _isCaptured;
    private bool _hasTargets;
    private bool _hasChildExited;
    private bool _isEnded;

    /// <summary>Reads for the user.</summary>
    /// <exception cref="InvalidOperationException">Another reads.</exception>
    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken) => ReadNextAsync(buffer, cancellationToken, isPump: false);

    /// <inheritdoc cref="ReadAsync"/>
    public int Read(Span<byte> buffer)
    {
        var source = Begin(isPump: false);
        var count = -1;
        try
        {
            count = source.Read(buffer);
        }
        finally
        {
            End(isAtEnd: count == 0 && !buffer.IsEmpty);
        }

        return count;
    }

    /// <summary>Leaves the rest of the output to the handlers of <see cref="ChildOutput.Data"/>.</summary>
    /// <exception cref="InvalidOperationException">Another reads.</exception>
    public void BeginPump()
    {
        lock (_gate)
        {
            ThrowIfTaken();
            _isPumped = true;
        }
    }

    /// <summary>Reads for the handlers, after <see cref="BeginPump"/>.</summary>
    public ValueTask<int> ReadForPumpAsync(Memory<byte> buffer) => ReadNextAsync(buffer, CancellationToken.None, isPump: true);

    /// <summary>The handlers have been given all there was.</summary>
    public void OnPumped() => OnEnded();

    /// <summary>Gives everything to a buffer, for the calls that capture; to be called before anything is read.</summary>
    public void CaptureTo(OutputBuffer buffer)
    {
        lock (_gate)
        {
            _isCaptured = true;
        }

        buffer.Ended = OnEnded;
        _end.CollectTo(buffer);
    }

    /// <summary>Gives everything to targets and, if there is one, to a buffer; to be called before anything is read.</summary>
    /// <param name="buffer">Keeps the bytes; null to keep none.</param>
    /// <param name="targets">Where the bytes go besides.</param>
    /// <param name="failed">Called when a target throws. The others still get everything.</param>
    /// <param name="cancellationToken">Passed to the targets; to be cancelled when the run gives its output up.</param>
    public void CaptureTo(
        OutputBuffer? buffer, IReadOnlyList<OutputTarget> targets, Action<Exception> failed, CancellationToken cancellationToken)
    {
        if (targets.Count == 0 && buffer is not null)
        {
            CaptureTo(buffer);
            return;
        }

        lock (_gate)
        {
            _isCaptured = true;
            _hasTargets = true;
        }

        _ = PumpToTargetsAsync(new TargetPump(_end, buffer, targets, failed, cancellationToken));
    }

    private async Task PumpToTargetsAsync(TargetPump pump)
    {
        await pump.RunAsync().ConfigureAwait(false);
        OnEnded();
    }

    /// <summary>The child has exited: what nobody is reading is drained.</summary>
    public void OnChildExited()
    {
        DrainingPipe? drained;
        lock (_gate)
        {
            _hasChildExited = true;
            drained = _isReading || _isCaptured ? null : TakeForDrain();
        }

        _ = drained?.RunAsync();
    }

    /// <summary>Gives up on what has not been read yet.</summary>
    public void Close()
    {
        _end.Close();
        if (!_isPumped && !_hasTargets)
        {
            OnEnded();
        }
    }

    /// <summary>Gives up on what a descendant may still write; what is there already is not lost.</summary>
    public void CloseKeepingRest()
    {
        _end.CloseKeepingRest();
        if (!_isPumped && !_hasTargets)
        {
            OnEnded();
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReadNextAsync(Memory<byte> buffer, CancellationToken cancellationToken, bool isPump)
    {
        var source = Begin(isPump);
        var count = -1;
        try
        {
            count = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            End(isAtEnd: count == 0 && !buffer.IsEmpty);
        }

        return count;
    }

    private ReadPipe Begin(bool isPump)
    {
        lock (_gate)
        {
            ThrowIfTaken();
            if (_isPumped && !isPump)
            {
                throw new InvalidOperationException("This output goes to the handlers of Data; it cannot be read besides.");
            }

            _isRead = true;
            _isReading = true;
            return _end;
        }
    }

    private void End(bool isAtEnd)
    {
        DrainingPipe? drained;
        lock (_gate)
        {
            _isReading = false;
            drained = _hasChildExited && !isAtEnd ? TakeForDrain() : null;
        }

        if (isAtEnd && !_isPumped)
        {
            OnEnded();
        }

        _ = drained?.RunAsync();
    }

    /// <summary>
    /// Puts the drain in the pipe's place; null where none is wanted. With the gate held since nobody was found reading: who
    /// begins to read a moment later is given what is drained, not the pipe.
    /// </summary>
    private DrainingPipe? TakeForDrain()
    {
        // What is pumped to handlers is read to its end anyway.
        if (_isEnded || _end is DrainingPipe || _isPumped)
        {
            return null;
        }

        var drained = new DrainingPipe(_end, _isRead, OnEnded);
        _end = drained;
        return drained;
    }

    private void OnEnded()
    {
        lock (_gate)
        {
            if (_isEnded)
            {
                return;
            }

            _isEnded = true;
        }

        ended();
    }

    private void ThrowIfTaken()
    {
        if (_isCaptured)
        {
            throw new InvalidOperationException(
                "This output is captured by Exec or ExecFile: await the Execution for it, or use Spawn to read it as it comes.");
        }

        if (_isReading)
        {
            throw new InvalidOperationException("A read of this output is under way already; await it first.");
        }
    }
}
