namespace TypedExec.Testing.Streams;

/// <summary>A fake writes to where nobody reads any more: what a real program would get SIGPIPE for.</summary>
internal sealed class BrokenPipeException() : IOException("write EPIPE: nobody reads it any more.");
