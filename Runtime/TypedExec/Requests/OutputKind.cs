namespace TypedExec.Requests;

/// <summary>The kinds of targets of an output.</summary>
internal enum OutputKind
{
    Capture,
    Inherit,
    Ignore,
    Stdout,
    File,
    Stream,
    Lines,
    Bytes,
}
