using TypedExec.IO;

namespace TypedExec;

/// <summary>Provides a piece of output as it arrived: the argument of Node's <c>data</c> event.</summary>
public sealed class DataEventArgs : EventArgs
{
    private readonly DecodedChunk _text;

    internal DataEventArgs(ReadOnlyMemory<byte> bytes, DecodedChunk text)
    {
        Bytes = bytes;
        _text = text;
    }

    /// <summary>Gets the bytes. The handler owns them.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>
    /// Gets the text, decoded with <see cref="ChildOutput.Encoding"/>. A character that is split between two pieces is part of
    /// the later one, so the texts of all pieces together are the whole output.
    /// </summary>
    public string Text => field ??= _text.ToString();
}
