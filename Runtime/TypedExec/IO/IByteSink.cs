namespace TypedExec.IO;

/// <summary>Takes a child's output as it arrives, on a thread where no user's code may run.</summary>
internal interface IByteSink
{
    /// <summary>Takes bytes; false to have no more, after which the pipe is closed.</summary>
    bool Write(ReadOnlySpan<byte> bytes);

    /// <summary>There will be no more.</summary>
    void End();
}
