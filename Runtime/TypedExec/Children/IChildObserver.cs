namespace TypedExec.Children;

/// <summary>
/// Hears of a child's life besides the handlers of its events. Called where no user's code may run.
/// </summary>
internal interface IChildObserver
{
    /// <summary>The option <c>Timeout</c> has passed; the observer stops the child.</summary>
    void OnTimedOut();

    /// <summary>The child has ended and so have its outputs; the handlers of <c>Closed</c> have run.</summary>
    void OnClosed(ExitStatus status);
}
