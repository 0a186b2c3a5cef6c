using TypedExec.Requests;

namespace TypedExec.Services;

/// <summary>
/// Is notified of every child. It is user code, called on the caller's thread or the thread pool, without a lock.
/// </summary>
internal interface IChildLog
{
    void Started(StartRequest request, int pid);

    /// <param name="request">The child.</param>
    /// <param name="code">The errno's name.</param>
    void StartFailed(StartRequest request, string code);

    /// <param name="request">The child.</param>
    /// <param name="pid">Its process ID.</param>
    /// <param name="status">Its exit status.</param>
    /// <param name="errorType">Why that is a failure, or null for a success.</param>
    /// <param name="elapsed">How long it ran.</param>
    void Ended(StartRequest request, int pid, ExitStatus status, string? errorType, TimeSpan elapsed);
}
