namespace TypedExec.Services;

/// <summary>Lets no more than so many children run at once. A slot is disposed when its children have ended, on the thread pool or the caller's thread.</summary>
internal interface IChildSlots
{
    /// <summary>Slots that are free now, or null.</summary>
    IDisposable? TryTake(int count);

    /// <summary>The same, waiting for them.</summary>
    /// <exception cref="ExecException">Too many wait already, or there will never be so many.</exception>
    ValueTask<IDisposable> TakeAsync(int count, string command, CancellationToken cancellationToken);

    /// <summary>Why <see cref="TryTake"/> gave none, for those who cannot wait.</summary>
    ExecException Refusal(string command);
}
