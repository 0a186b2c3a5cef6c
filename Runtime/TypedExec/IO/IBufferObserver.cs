namespace TypedExec.IO;

/// <summary>Hears that a capture has more than it may have.</summary>
internal interface IBufferObserver
{
    /// <summary>
    /// The limit or the memory was exceeded, for the first time or again. Called where no user's code may run, and possibly with the
    /// pipe's gate held.
    /// </summary>
    void OnRefused(OutputBuffer buffer);
}
