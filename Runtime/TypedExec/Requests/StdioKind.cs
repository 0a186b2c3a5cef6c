namespace TypedExec.Requests;

/// <summary>The kinds of entries in a stdio list; the default value is a pipe.</summary>
internal enum StdioKind
{
    Pipe,
    Overlapped,
    Inherit,
    Ignore,
    Fd,
    SameAs,
    File,
    Handle,
    Stream,
    Ipc,
    Terminal,
}
