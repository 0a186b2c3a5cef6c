namespace TypedExec.IO;

/// <summary>Takes a child's output as it arrives, on a thread where no user's code may run.</summary>
internal interface IByteSink
{
    /// <summary>Room that may be read into directly, followed by <see cref="Advance"/>; it may be small or none.</summary>
    Span<byte> Free { get; }

    /// <summary>Takes what was read into <see cref="Free"/>.</summary>
    void Advance(int count);

    /// <summary>Takes bytes; false to have no more, after which the pipe is closed, here or by who ends the child for it.</summary>
    bool Write(ReadOnlySpan<byte> bytes);

    /// <summary>There will be no more.</summary>
    void End();
}
