namespace TypedExec.Requests;

/// <summary>The kinds of places that an output goes to.</summary>
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
