namespace TypedExec.IO;

/// <summary>Looks for something in output that was read but not taken. It is called again whenever more has arrived.</summary>
/// <param name="unread">All of that output, from the beginning.</param>
/// <param name="taken">If found, how many bytes to take with it.</param>
internal delegate T? OutputSearch<T>(ReadOnlySpan<byte> unread, out int taken)
    where T : class;
