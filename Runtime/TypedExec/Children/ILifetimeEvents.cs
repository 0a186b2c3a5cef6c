namespace TypedExec.Children;

/// <summary>Receives what a child's lifetime reports, in order. Called where no user code may run.</summary>
internal interface ILifetimeEvents
{
    void OnError(Exception exception);

    void OnExited(ExitStatus status);

    /// <summary>The child and its outputs have ended, and nothing more will be done to it.</summary>
    void OnClosed(ExitStatus status);

    /// <summary>
    /// The child can't be signaled. It keeps running, and code that waits for its exit after a stop gets this exception.
    /// </summary>
    void OnAbandoned(Exception refusal);
}
