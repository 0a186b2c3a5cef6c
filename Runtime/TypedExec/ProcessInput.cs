using System.Text;

namespace TypedExec;

/// <summary>
/// Represents what a child reads from stdin: text, which is encoded with the call's <c>Encoding</c>, bytes, or a stream.
/// <c>default</c> leaves the input unspecified.
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

    /// <summary>Gets an input that keeps the child's stdin open as a pipe, as in Node.</summary>
    /// <remarks>
    /// Write to it through <see cref="ChildProcess.Stdin"/>, and dispose that to close it. Not supported by the synchronous
    /// calls.
    /// </remarks>
    public static ProcessInput Open => new(InputKind.Open);

    /// <summary>Gets an input that lets the child read this process's own stdin.</summary>
    public static ProcessInput Inherit => new(InputKind.Inherited);

    /// <summary>
    /// Gets a value that indicates whether the input is specified. An empty string or an empty array is a specified input.
    /// </summary>
    public bool IsSet => _kind != InputKind.None;

    /// <summary>Converts a text to input.</summary>
    /// <param name="text">The text; null leaves the input unspecified.</param>
    public static implicit operator ProcessInput(string? text) => FromString(text);

    /// <summary>Converts bytes to input.</summary>
    /// <param name="bytes">The bytes; null leaves the input unspecified.</param>
    public static implicit operator ProcessInput(byte[]? bytes) => FromBytes(bytes);

    /// <summary>Converts bytes to input.</summary>
    /// <param name="bytes">The bytes. They are not copied.</param>
    public static implicit operator ProcessInput(ReadOnlyMemory<byte> bytes) => FromBytes(bytes);

    /// <summary>Converts a stream to input.</summary>
    /// <param name="stream">The stream, which is read to its end but not closed; null leaves the input unspecified.</param>
    public static implicit operator ProcessInput(Stream? stream) => FromStream(stream);

    /// <summary>
    /// Creates an input from a stream. The child reads a <see cref="FileStream"/> directly; any other stream is copied.
    /// </summary>
    /// <param name="stream">The stream, which is read to its end but not closed; null leaves the input unspecified.</param>
    /// <exception cref="ArgumentException"><paramref name="stream"/> isn't readable.</exception>
    public static ProcessInput FromStream(Stream? stream) => stream switch
    {
        null => default,
        { CanRead: false } => throw new ArgumentException("The stream isn't readable.", nameof(stream)),
        _ => new ProcessInput(Stdio.From(stream)),
    };

    /// <summary>Creates an input from text.</summary>
    /// <param name="text">The text; null leaves the input unspecified.</param>
    public static ProcessInput FromString(string? text) => text is null ? default : new ProcessInput(InputKind.Data, text);

    /// <summary>Creates an input from bytes.</summary>
    /// <param name="bytes">The bytes; null leaves the input unspecified.</param>
    public static ProcessInput FromBytes(byte[]? bytes) => bytes is null ? default : new ProcessInput(InputKind.Data, null, bytes);

    /// <summary>Creates an input from bytes.</summary>
    /// <param name="bytes">The bytes. They are not copied.</param>
    public static ProcessInput FromBytes(ReadOnlyMemory<byte> bytes) => new(InputKind.Data, null, bytes);

    /// <inheritdoc/>
    public bool Equals(ProcessInput other) => _kind == other._kind && _text == other._text && _bytes.Equals(other._bytes) && _stream == other._stream;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ProcessInput other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_kind, _text, _bytes, _stream);

    /// <summary>Returns whether two inputs are the same text, the same memory or the same stream.</summary>
    /// <param name="left">The first input.</param>
    /// <param name="right">The second input.</param>
    public static bool operator ==(ProcessInput left, ProcessInput right) => left.Equals(right);

    /// <summary>Returns whether two inputs differ.</summary>
    /// <param name="left">The first input.</param>
    /// <param name="right">The second input.</param>
    public static bool operator !=(ProcessInput left, ProcessInput right) => !left.Equals(right);

    /// <summary>Gets whether the input is data, which may be empty.</summary>
    internal bool IsData => _kind == InputKind.Data;

    internal bool IsOpen => _kind == InputKind.Open;

    internal bool IsInherited => _kind == InputKind.Inherited;

    /// <summary>Gets the stream, or null if the input isn't one.</summary>
    internal Stream? Stream => _kind == InputKind.Stream ? (Stream?)_stream.Target : null;

    /// <summary>Returns the entry for the child's stdin.</summary>
    /// <param name="default">The entry if the input is unspecified.</param>
    internal Stdio ToStdio(Stdio @default) => _kind switch
    {
        InputKind.None => @default,
        InputKind.Inherited => Stdio.Inherit,
        InputKind.Stream => _stream,
        _ => Stdio.Pipe,
    };

    internal ReadOnlyMemory<byte> ToBytes(Encoding encoding) => _text is null ? _bytes : encoding.GetBytes(_text);
}
