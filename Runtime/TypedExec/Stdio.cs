using System.Runtime.InteropServices;
using TypedExec.Requests;

namespace TypedExec;

/// <summary>
/// Specifies what one of the child's descriptors is connected to (an entry of Node's <c>stdio</c>). <c>default</c> is
/// <see cref="Pipe"/>.
/// </summary>
public readonly struct Stdio : IEquatable<Stdio>
{
    private Stdio(StdioKind kind, int number = 0, object? target = null, FileMode mode = 0, FileAccess access = 0)
    {
        Kind = kind;
        Number = number;
        Target = target;
        FileMode = mode;
        FileAccess = access;
    }

    /// <summary>Gets a pipe to the parent (Node's <c>'pipe'</c>). From descriptor 3 on, both ends can read and write.</summary>
    public static Stdio Pipe => default;

    /// <summary>Gets the parent's descriptor of the same number (Node's <c>'inherit'</c>).</summary>
    public static Stdio Inherit => new(StdioKind.Inherit);

    /// <summary>Gets the null device (Node's <c>'ignore'</c>).</summary>
    public static Stdio Ignore => new(StdioKind.Ignore);

    /// <summary>Gets the message channel between parent and child (Node's <c>'ipc'</c>).</summary>
    /// <remarks>
    /// A list can contain at most one. See <see cref="ChildProcess.Send(string)"/> and <see cref="ChildProcess.Message"/>.
    /// </remarks>
    public static Stdio Ipc => new(StdioKind.Ipc);

    /// <summary>
    /// Gets a pipe whose child end uses overlapped I/O on Windows (Node's <c>'overlapped'</c>). On other systems it is a pipe.
    /// </summary>
    public static Stdio Overlapped => new(StdioKind.Overlapped);

    /// <summary>Gets the child's side of its pseudo-terminal, which is the same for 0, 1 and 2.</summary>
    internal static Stdio Terminal => new(StdioKind.Terminal);

    internal StdioKind Kind { get; }

    internal int Number { get; }

    /// <summary>Gets the path, handle or stream.</summary>
    internal object? Target { get; }

    internal FileMode FileMode { get; }

    internal FileAccess FileAccess { get; }

    internal bool IsPipe => Kind is StdioKind.Pipe or StdioKind.Overlapped;

    /// <summary>Creates an entry for a descriptor of the parent (a number in Node's <c>stdio</c>).</summary>
    /// <param name="descriptor">The descriptor's number. It stays open in the parent.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="descriptor"/> is negative.</exception>
    public static Stdio Fd(int descriptor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(descriptor);
        return new Stdio(StdioKind.Fd, descriptor);
    }

    /// <summary>
    /// Creates an entry that duplicates another descriptor of the child, like <c>2&gt;&amp;1</c> in a shell.
    /// <c>Stdio.SameAs(1)</c> at index 2 merges stderr into stdout, in order.
    /// </summary>
    /// <param name="index">The other descriptor's index in the list.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    public static Stdio SameAs(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new Stdio(StdioKind.SameAs, index);
    }

    /// <summary>
    /// Creates an entry for a file, which the child reads or writes directly. <see cref="FileMode.Append"/> appends atomically.
    /// </summary>
    /// <param name="path">The file's path, relative to the parent's working directory.</param>
    /// <param name="mode">How the file is opened.</param>
    /// <param name="access">Whether the child reads, writes or both.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty or contains a NUL, or mode and access contradict each other.</exception>
    public static Stdio File(string path, FileMode mode, FileAccess access)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentCheck.ThrowIfNul(path, nameof(path));
        if (mode is < FileMode.CreateNew or > FileMode.Append)
        {
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "The value isn't a valid FileMode.");
        }

        if (access is < FileAccess.Read or > FileAccess.ReadWrite)
        {
            throw new ArgumentOutOfRangeException(nameof(access), access, "The value isn't a valid FileAccess.");
        }

        if (access == FileAccess.Read && mode is not (FileMode.Open or FileMode.OpenOrCreate))
        {
            throw new ArgumentException($"FileMode.{mode} requires write access. Use FileAccess.Write.", nameof(access));
        }

        return new Stdio(StdioKind.File, 0, path, mode, access);
    }

    /// <summary>Creates an entry for an open handle of the parent, which stays open there.</summary>
    /// <param name="handle">The handle; on POSIX systems, that of a descriptor.</param>
    public static Stdio From(SafeHandle handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return new Stdio(StdioKind.Handle, 0, handle);
    }

    /// <summary>Creates an entry for a stream.</summary>
    /// <remarks>
    /// The child uses the descriptor of a <see cref="FileStream"/>, or of the console's standard input, directly. For any other
    /// stream the parent copies: into the child at index 0, and out of it at the other indexes. The stream isn't closed. A
    /// child starts at the current position of a <see cref="FileStream"/>, and the stream continues where the child stopped.
    /// When the child exits, a pending read of the stream is canceled. Data that was read but not taken goes back to the stream
    /// if it can seek, or to the next child that is fed from it.
    /// </remarks>
    /// <param name="stream">The stream.</param>
    public static Stdio From(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (stream.GetType() == typeof(FileStream))
        {
            stream.Flush();
            return new Stdio(StdioKind.Handle, 0, stream);
        }

        if (IsConsoleInput(stream))
        {
            // The child gets the descriptor itself, because input that this process read for it couldn't be given back to the
            // console.
            return OperatingSystem.IsWindows() ? Inherit : Fd(0);
        }

        return new Stdio(StdioKind.Stream, 0, stream);
    }

    private static bool IsConsoleInput(Stream stream)
        => stream is { CanRead: true, CanWrite: false, CanSeek: false } && !OperatingSystem.IsBrowser() && stream != Stream.Null
            && stream.GetType().Assembly == typeof(Console).Assembly && stream.GetType() == Console.OpenStandardInput().GetType();

    /// <inheritdoc/>
    public bool Equals(Stdio other)
        => Kind == other.Kind && Number == other.Number && Equals(Target, other.Target)
            && FileMode == other.FileMode && FileAccess == other.FileAccess;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Stdio other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Number, Target);

    /// <summary>Returns whether two entries are the same.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Stdio left, Stdio right) => left.Equals(right);

    /// <summary>Returns whether two entries differ.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Stdio left, Stdio right) => !left.Equals(right);
}
