namespace TypedExec.Requests;

/// <summary>The input typed into the pseudo-terminal of an unattended child, before the end-of-input key.</summary>
/// <param name="Bytes">The text; empty if there is a stream.</param>
/// <param name="Stream">A caller's stream that is copied while the child runs, or null.</param>
internal sealed record TerminalInput(ReadOnlyMemory<byte> Bytes, Stream? Stream)
{
    /// <summary>Gets whether the last line is complete, as far as is known.</summary>
    public bool EndsWithLine => Bytes.IsEmpty || Bytes.Span[^1] is (byte)'\n' or (byte)'\r';
}
