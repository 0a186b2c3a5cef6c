namespace TypedExec.IO;

/// <summary>Hears that an output has ended; called without any lock, where no user's code may run.</summary>
internal interface IEndObserver
{
    void OnEnded();
}
