namespace TypedExec.IO;

/// <summary>Takes a child's output as it arrives, on a thread where no user's code may run, while the pipe's lock is held.</summary>
internal interface IByteSink
{
    /// <summary>Room that may be read into directly, followed by <see cref="Advance"/>; it may be small or none.</summary>
    Span<byte> Free { get; }

    /// <summary>How many bytes it takes with the next <see cref="Write"/>; it is given no more.</summary>
    int Wanted => int.MaxValue;

    /// <summary>Takes what was read into <see cref="Free"/>.</summary>
    void Advance(int count);

    /// <summary>
    /// Takes bytes; false to be given no more for now. The pipe then calls <see cref="Paused"/> and stays open, and
    /// <see cref="ReadPipe.CollectTo"/> resumes.
    /// </summary>
    bool Write(ReadOnlySpan<byte> bytes);

    /// <summary>The pipe has stopped reading, as <see cref="Write"/> asked. Called without any lock.</summary>
    void Paused()
    {
    }

    /// <summary>
    /// There was no memory to read with, which is tried again: a sink that holds much may give up and free it. Called without
    /// any lock.
    /// </summary>
    void OnShortage(OutOfMemoryException shortage)
    {
    }

    /// <summary>There will be no more. Called without any lock.</summary>
    void End();
}
