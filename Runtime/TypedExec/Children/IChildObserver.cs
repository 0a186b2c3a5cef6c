namespace TypedExec.Children;

/// <summary>
/// Hears of a child's life besides the handlers of its events. Called where no user's code may run.
/// </summary>
internal interface IChildObserver
{
    /// <summary>The child has ended and so have its outputs; the handlers of <c>Closed</c> have run.</summary>
    void OnClosed(int stage, ExitStatus status);

    /// <summary>The child may not be signalled, and is not waited for any longer.</summary>
    void OnLetGo(int stage);
}
