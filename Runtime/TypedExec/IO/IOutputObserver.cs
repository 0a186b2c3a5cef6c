namespace TypedExec.IO;

/// <summary>Hears of a child's outputs; called without any lock.</summary>
internal interface IOutputObserver : IEndObserver
{
    /// <summary>One could not be read, or not be decoded for the handlers of its data.</summary>
    void OnFailed(Exception exception);
}
