namespace TypedExec.IO;

/// <content>An output that goes to a capture, to targets, or to both, from its beginning to its end.</content>
internal sealed partial class OutputSource
{
    /// <summary>How long a target may take to end a canceled operation. A target that doesn't respond isn't waited for.</summary>
    private static readonly TimeSpan CancellationTime = TimeSpan.FromMilliseconds(250);

    private CancellationTokenSource? _givenUp;

    /// <summary>Gets the buffer that captures the output, or null.</summary>
    public OutputBuffer? Captured { get; private set; }

    /// <summary>Passes all output to a buffer. Must be called before anything is read.</summary>
    public void CaptureTo(OutputBuffer buffer)
    {
        lock (_group.Gate)
        {
            _isCaptured = true;
            Captured = buffer;
            buffer.EndObserver = this;
            _pipe.CollectTo(buffer);
        }
    }

    /// <summary>Passes all output to targets and, if there is one, to a buffer. Must be called before anything is read.</summary>
    /// <param name="buffer">Keeps the bytes, or null to keep none.</param>
    /// <param name="targets">The targets. The output has ended only when they have finished with it.</param>
    /// <param name="failed">Called when a target throws. The others still get everything.</param>
    public void CaptureTo(OutputBuffer? buffer, IReadOnlyList<OutputTarget> targets, Action<Exception> failed)
    {
        lock (_group.Gate)
        {
            _isCaptured = true;
            Captured = buffer;
            Passing = buffer is null ? new PassingFeed() : null;
            _deliversEnd = true;
            _givenUp = new CancellationTokenSource();
        }

        _ = PumpAsync(new TargetPump(_pipe, buffer, Passing is null ? targets : [.. targets, Passing.Target], failed, _givenUp.Token));
    }

    /// <summary>Cancels the token of the targets, because a stopped run doesn't wait for targets that hang.</summary>
    public void GiveUp()
    {
        if (_givenUp is not null)
        {
            _ = GiveUpAsync(_givenUp);
        }
    }

    /// <exception cref="InvalidOperationException">The output is captured.</exception>
    public void ThrowIfCaptured()
    {
        if (_isCaptured)
        {
            throw new InvalidOperationException(
                "This output is captured by Exec or ExecFile. Await the Execution to get it, or use Spawn to read it as it arrives.");
        }
    }

    private async Task PumpAsync(TargetPump pump)
    {
        await pump.RunAsync().ConfigureAwait(false);
        OnEnded();
    }

    private async Task GiveUpAsync(CancellationTokenSource givenUp)
    {
        // User code that reacts to it runs on the thread pool.
        _ = givenUp.CancelAsync();
        await Task.Delay(CancellationTime).ConfigureAwait(false);
        OnEnded();
    }
}
