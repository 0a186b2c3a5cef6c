using TypedExec.IO;

namespace TypedExec;

/// <summary>A piece of output as it arrived: the argument of Node's <c>data</c> event.</summary>
public sealed class DataEventArgs : EventArgs
{
    private readonly DecodedChunk _text;

    internal DataEventArgs(ReadOnlyMemory<byte> bytes, DecodedChunk text)
    {
        Bytes = bytes;
        _text = text;
    }

    /// <summary>The bytes, which belong to the handler from now on.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>
    /// The text, in <see cref="ChildOutput.Encoding"/>. A character that is cut by the border between two pieces is in the
    /// later one, so that the texts of all pieces together are the output.
    /// </summary>
    public string Text => field ??= _text.ToString();
}
