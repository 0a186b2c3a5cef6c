namespace TypedExec.IO;

/// <summary>Looks for something in what was read of an output and taken by nobody; asked again whenever more has come.</summary>
/// <param name="unread">All of it, from the beginning.</param>
/// <param name="taken">Where it is found: how many bytes are taken with it.</param>
internal delegate T? OutputSearch<T>(ReadOnlySpan<byte> unread, out int taken)
    where T : class;
