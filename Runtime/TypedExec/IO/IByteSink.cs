namespace TypedExec.IO;

/// <summary>
/// Takes a child's output as it arrives, on a thread where no user code may run, while the pipe's lock is held.
/// </summary>
internal interface IByteSink
{
    /// <summary>Gets space that may be read into directly, followed by <see cref="Advance"/>. It may be small or empty.</summary>
    Span<byte> Free { get; }

    /// <summary>Gets how many bytes the next <see cref="Write"/> takes at most.</summary>
    int Wanted => int.MaxValue;

    /// <summary>Takes the bytes that were read into <see cref="Free"/>.</summary>
    void Advance(int count);

    /// <summary>
    /// Takes bytes. Returns false to get no more for now: the pipe then calls <see cref="Paused"/> and stays open, and
    /// <see cref="ReadPipe.CollectTo"/> resumes.
    /// </summary>
    bool Write(ReadOnlySpan<byte> bytes);

    /// <summary>The pipe has stopped reading, as <see cref="Write"/> requested. Called without any lock.</summary>
    void Paused()
    {
    }

    /// <summary>
    /// There was no memory to read with; the read is retried. A sink that holds much may give up and free it. Called without any
    /// lock.
    /// </summary>
    void OnShortage(OutOfMemoryException shortage)
    {
    }

    /// <summary>There will be no more output. Called without any lock.</summary>
    void End();
}
