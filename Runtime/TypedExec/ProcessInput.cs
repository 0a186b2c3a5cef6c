using System.Text;

namespace TypedExec;

/// <summary>
/// What a child reads on its stdin: text, encoded as the call's <c>Encoding</c> says, or bytes. <c>default</c>: no input.
/// </summary>
public readonly struct ProcessInput : IEquatable<ProcessInput>
{
    private readonly string? _text;
    private readonly ReadOnlyMemory<byte> _bytes;

    private ProcessInput(string? text, ReadOnlyMemory<byte> bytes)
    {
        _text = text;
        _bytes = bytes;
        IsSet = true;
    }

    /// <summary>Whether there is input; an empty text or no bytes count as input.</summary>
    public bool IsSet { get; }

    /// <summary>Text as input.</summary>
    /// <param name="text">The text; null is no input.</param>
    public static implicit operator ProcessInput(string? text) => FromString(text);

    /// <summary>Bytes as input.</summary>
    /// <param name="bytes">The bytes; null is no input.</param>
    public static implicit operator ProcessInput(byte[]? bytes) => FromBytes(bytes);

    /// <summary>Bytes as input.</summary>
    /// <param name="bytes">The bytes, which are not copied.</param>
    public static implicit operator ProcessInput(ReadOnlyMemory<byte> bytes) => FromBytes(bytes);

    /// <summary>Text as input.</summary>
    /// <param name="text">The text; null is no input.</param>
    public static ProcessInput FromString(string? text) => text is null ? default : new ProcessInput(text, default);

    /// <summary>Bytes as input.</summary>
    /// <param name="bytes">The bytes; null is no input.</param>
    public static ProcessInput FromBytes(byte[]? bytes) => bytes is null ? default : new ProcessInput(null, bytes);

    /// <summary>Bytes as input.</summary>
    /// <param name="bytes">The bytes, which are not copied.</param>
    public static ProcessInput FromBytes(ReadOnlyMemory<byte> bytes) => new(null, bytes);

    /// <inheritdoc/>
    public bool Equals(ProcessInput other) => IsSet == other.IsSet && _text == other._text && _bytes.Equals(other._bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ProcessInput other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsSet, _text, _bytes);

    /// <summary>Whether two inputs are the same text or the same memory.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ProcessInput left, ProcessInput right) => left.Equals(right);

    /// <summary>Whether two inputs differ.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ProcessInput left, ProcessInput right) => !left.Equals(right);

    internal ReadOnlyMemory<byte> ToBytes(Encoding encoding) => _text is null ? _bytes : encoding.GetBytes(_text);
}
