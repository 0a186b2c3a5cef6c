namespace TypedExec.Children;

/// <summary>What a child's lifetime reports, in order; called where no user's code may run.</summary>
internal interface ILifetimeEvents
{
    void OnError(Exception exception);

    void OnExited(ExitStatus status);

    /// <summary>The child and its outputs have ended, and nothing more is done to it.</summary>
    void OnClosed(ExitStatus status);

    /// <summary>The child may not be signalled; it goes on, and who waits for its end after a stop gets this.</summary>
    void OnLetGo(Exception refusal);
}
