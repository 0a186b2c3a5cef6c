using TypedExec.Requests;

namespace TypedExec.Services;

/// <summary>Hears of every child. It is a user's code: called on the caller's thread or the thread pool, without a lock.</summary>
internal interface IChildLog
{
    void Started(StartRequest request, int pid);

    /// <param name="request">The child.</param>
    /// <param name="code">The errno's name.</param>
    void StartFailed(StartRequest request, string code);

    /// <param name="request">The child.</param>
    /// <param name="pid">Its pid.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="errorType">Why that is a failure; null for a success.</param>
    /// <param name="elapsed">How long it ran.</param>
    void Ended(StartRequest request, int pid, ExitStatus status, string? errorType, TimeSpan elapsed);
}
