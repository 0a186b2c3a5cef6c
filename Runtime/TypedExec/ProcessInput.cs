using System.Text;

namespace TypedExec;

/// <summary>
/// What a child reads on its stdin: text, encoded as the call's <c>Encoding</c> says, bytes, or a stream. <c>default</c>: nothing is said.
/// </summary>
public readonly struct ProcessInput : IEquatable<ProcessInput>
{
    private readonly string? _text;
    private readonly ReadOnlyMemory<byte> _bytes;

    private readonly InputKind _kind;
    private readonly Stdio _stream;

    private ProcessInput(InputKind kind, string? text = null, ReadOnlyMemory<byte> bytes = default)
    {
        _kind = kind;
        _text = text;
        _bytes = bytes;
    }

    private ProcessInput(Stdio stream)
    {
        _kind = InputKind.Stream;
        _stream = stream;
    }

    private enum InputKind
    {
        None,
        Data,
        Open,
        Inherited,
        Stream,
    }

    /// <summary>
    /// The child's stdin is a pipe that stays open, to be written to by <see cref="ChildProcess.Stdin"/> and ended by disposing
    /// that, as in Node. Not for the sync calls.
    /// </summary>
    public static ProcessInput Open => new(InputKind.Open);

    /// <summary>The child reads this process's own stdin.</summary>
    public static ProcessInput Inherit => new(InputKind.Inherited);

    /// <summary>Whether something is said about the input; an empty text or no bytes count as input.</summary>
    public bool IsSet => _kind != InputKind.None;

    /// <summary>Text as input.</summary>
    /// <param name="text">The text; null is no input.</param>
    public static implicit operator ProcessInput(string? text) => FromString(text);

    /// <summary>Bytes as input.</summary>
    /// <param name="bytes">The bytes; null is no input.</param>
    public static implicit operator ProcessInput(byte[]? bytes) => FromBytes(bytes);

    /// <summary>Bytes as input.</summary>
    /// <param name="bytes">The bytes, which are not copied.</param>
    public static implicit operator ProcessInput(ReadOnlyMemory<byte> bytes) => FromBytes(bytes);

    /// <summary>A stream as input.</summary>
    /// <param name="stream">The stream, which is read to its end and not closed; null is no input.</param>
    public static implicit operator ProcessInput(Stream? stream) => FromStream(stream);

    /// <summary>A stream as input: a <see cref="FileStream"/> directly, another is copied.</summary>
    /// <param name="stream">The stream, which is read to its end and not closed; null is no input.</param>
    /// <exception cref="ArgumentException"><paramref name="stream"/> cannot be read.</exception>
    public static ProcessInput FromStream(Stream? stream) => stream switch
    {
        null => default,
        { CanRead: false } => throw new ArgumentException("The stream cannot be read.", nameof(stream)),
        _ => new ProcessInput(Stdio.From(stream)),
    };

    /// <summary>Text as input.</summary>
    /// <param name="text">The text; null is no input.</param>
    public static ProcessInput FromString(string? text) => text is null ? default : new ProcessInput(InputKind.Data, text);

    /// <summary>Bytes as input.</summary>
    /// <param name="bytes">The bytes; null is no input.</param>
    public static ProcessInput FromBytes(byte[]? bytes) => bytes is null ? default : new ProcessInput(InputKind.Data, null, bytes);

    /// <summary>Bytes as input.</summary>
    /// <param name="bytes">The bytes, which are not copied.</param>
    public static ProcessInput FromBytes(ReadOnlyMemory<byte> bytes) => new(InputKind.Data, null, bytes);

    /// <inheritdoc/>
    public bool Equals(ProcessInput other) => _kind == other._kind && _text == other._text && _bytes.Equals(other._bytes) && _stream == other._stream;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ProcessInput other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_kind, _text, _bytes, _stream);

    /// <summary>Whether two inputs are the same text or the same memory.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ProcessInput left, ProcessInput right) => left.Equals(right);

    /// <summary>Whether two inputs differ.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ProcessInput left, ProcessInput right) => !left.Equals(right);

    /// <summary>Whether there is something to be written, if only nothing.</summary>
    internal bool IsData => _kind == InputKind.Data;

    internal bool IsOpen => _kind == InputKind.Open;

    internal bool IsInherited => _kind == InputKind.Inherited;

    /// <summary>The stream, where it is one.</summary>
    internal Stream? Stream => _kind == InputKind.Stream ? (Stream?)_stream.Target : null;

    /// <summary>What the child's stdin is.</summary>
    /// <param name="default">Where nothing is said.</param>
    internal Stdio ToStdio(Stdio @default) => _kind switch
    {
        InputKind.None => @default,
        InputKind.Inherited => Stdio.Inherit,
        InputKind.Stream => _stream,
        _ => Stdio.Pipe,
    };

    internal ReadOnlyMemory<byte> ToBytes(Encoding encoding) => _text is null ? _bytes : encoding.GetBytes(_text);
}
