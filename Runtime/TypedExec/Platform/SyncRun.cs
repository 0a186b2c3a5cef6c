namespace TypedExec.Platform;

/// <summary>What bounds a child that is run on the caller's thread.</summary>
/// <param name="Input">What goes to the child's stdin before that is closed.</param>
/// <param name="MaxBuffer">How many bytes each output may have.</param>
internal readonly record struct SyncLimits(ReadOnlyMemory<byte> Input, long MaxBuffer);

/// <summary>How a child that was run on the caller's thread ended.</summary>
/// <param name="Pid">Its pid.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Output">For each entry of stdio what was read from it, or null where it is no pipe to read from.</param>
/// <param name="TimedOut">Whether it ran into the option <c>Timeout</c>.</param>
/// <param name="Overflowed">The index of the output that had more than <c>MaxBuffer</c> bytes, or null.</param>
internal sealed record SyncOutcome(int Pid, ExitStatus Status, byte[]?[] Output, bool TimedOut, int? Overflowed);
