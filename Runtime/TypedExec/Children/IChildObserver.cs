namespace TypedExec.Children;

/// <summary>Is notified of a child's life in addition to its event handlers. Called where no user code may run.</summary>
internal interface IChildObserver
{
    /// <summary>The child has exited, its outputs have ended, and the handlers of <c>Closed</c> have run.</summary>
    void OnClosed(int stage, ExitStatus status);

    /// <summary>The child can't be signaled and is no longer waited for.</summary>
    void OnAbandoned(int stage);
}
