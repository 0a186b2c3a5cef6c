namespace TypedExec.IO;

/// <summary>Is notified of a child's outputs. Called without any lock.</summary>
internal interface IOutputObserver : IEndObserver
{
    /// <summary>An output couldn't be read, or not be decoded for the handlers of its data.</summary>
    void OnFailed(Exception exception);
}
