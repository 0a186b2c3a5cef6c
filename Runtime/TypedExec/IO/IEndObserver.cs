namespace TypedExec.IO;

/// <summary>Is notified that an output has ended. Called without any lock, where no user code may run.</summary>
internal interface IEndObserver
{
    void OnEnded();
}
