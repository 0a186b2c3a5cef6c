namespace TypedExec.Testing.Streams;

/// <summary>A fake writes to a descriptor that has no reader any more. A real program would get SIGPIPE.</summary>
internal sealed class BrokenPipeException() : IOException("write EPIPE: there is no reader any more.");
