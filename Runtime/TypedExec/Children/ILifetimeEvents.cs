namespace TypedExec.Children;

/// <summary>What a child's lifetime reports, in order; called where no user's code may run.</summary>
internal interface ILifetimeEvents
{
    void OnTimedOut();

    void OnError(Exception exception);

    void OnExited(ExitStatus status);

    void OnClosed(ExitStatus status);
}
