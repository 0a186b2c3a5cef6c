namespace TypedExec.Requests;

/// <summary>What is typed into the pseudo-terminal of a child that nobody talks to, before the key for the end of input.</summary>
/// <param name="Bytes">The text; empty where there is a stream.</param>
/// <param name="Stream">A stream of the caller's that is copied while the child runs, or null.</param>
internal sealed record TerminalInput(ReadOnlyMemory<byte> Bytes, Stream? Stream)
{
    /// <summary>Whether the last line is complete, as far as is known.</summary>
    public bool EndsWithLine => Bytes.IsEmpty || Bytes.Span[^1] is (byte)'\n' or (byte)'\r';
}
