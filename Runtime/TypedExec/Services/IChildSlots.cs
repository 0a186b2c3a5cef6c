namespace TypedExec.Services;

/// <summary>
/// Limits how many children run at the same time. A slot is disposed when its children have exited, on the thread pool or the
/// caller's thread.
/// </summary>
internal interface IChildSlots
{
    /// <summary>Takes slots that are free now, or returns null.</summary>
    IDisposable? TryTake(int count);

    /// <summary>Waits for slots and takes them.</summary>
    /// <exception cref="ExecException">Too many runs are already waiting, or there will never be so many slots.</exception>
    ValueTask<IDisposable> TakeAsync(int count, string command, CancellationToken cancellationToken);

    /// <summary>Creates the exception for a caller that can't wait, when <see cref="TryTake"/> has returned null.</summary>
    ExecException Refusal(string command);
}
