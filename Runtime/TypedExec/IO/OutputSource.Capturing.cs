namespace TypedExec.IO;

/// <content>An output that goes to a capture, to targets, or to both, from its beginning to its end.</content>
internal sealed partial class OutputSource
{
    /// <summary>How long a target may take to give up what was cancelled; one that does not obey is not waited for.</summary>
    private static readonly TimeSpan CancellationTime = TimeSpan.FromMilliseconds(250);

    private CancellationTokenSource? _givenUp;

    /// <summary>What the output is captured in, if it is.</summary>
    public OutputBuffer? Captured { get; private set; }

    /// <summary>Gives everything to a buffer; to be called before anything is read.</summary>
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

    /// <summary>Gives everything to targets and, if there is one, to a buffer; to be called before anything is read.</summary>
    /// <param name="buffer">Keeps the bytes; null to keep none.</param>
    /// <param name="targets">Where the bytes go besides. The output has ended only when they are done with it.</param>
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

    /// <summary>In a run that is stopped nobody waits any longer for targets that hang: their token is cancelled.</summary>
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
                "This output is captured by Exec or ExecFile: await the Execution for it, or use Spawn to read it as it comes.");
        }
    }

    private async Task PumpAsync(TargetPump pump)
    {
        await pump.RunAsync().ConfigureAwait(false);
        OnEnded();
    }

    private async Task GiveUpAsync(CancellationTokenSource givenUp)
    {
        // What the user's code does then runs on the thread pool.
        _ = givenUp.CancelAsync();
        await Task.Delay(CancellationTime).ConfigureAwait(false);
        OnEnded();
    }
}
