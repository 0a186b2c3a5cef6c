using System.Runtime.CompilerServices;
using TypedExec.Requests;

namespace TypedExec;

/// <summary>
/// Represents a target of a child's stdout or stderr: <c>Stdout = [Output.Capture, Output.Inherit]</c> captures the output and
/// shows it as it arrives.
/// </summary>
/// <remarks>An exception that a target throws fails the run: the child is stopped, and the awaited task throws that exception.
/// Calls to one <see cref="Output"/> are never concurrent, even if stdout and stderr, or the stages of a pipeline, share it. They
/// run on the thread pool, and a slow target slows the child down.</remarks>
public sealed class Output
{
    private Output(OutputKind kind) => Kind = kind;

    /// <summary>
    /// Gets a target that captures the output in the result's <c>Stdout</c> or <c>Stderr</c>, up to <c>MaxBuffer</c>.
    /// </summary>
    public static Output Capture { get; } = new(OutputKind.Capture);

    /// <summary>Gets a target that is this process's own stdout or stderr.</summary>
    /// <remarks>
    /// If it is the only target, the child inherits the descriptor itself, and so sees a terminal if this process has one.
    /// Otherwise the output is copied to it as it arrives.
    /// </remarks>
    public static Output Inherit { get; } = new(OutputKind.Inherit);

    /// <summary>Gets a target that discards the output.</summary>
    public static Output Ignore { get; } = new(OutputKind.Ignore);

    /// <summary>
    /// Gets a target for stderr that merges it into stdout, in the order in which the child writes, like <c>2&gt;&amp;1</c> in a
    /// shell. It must be the only target.
    /// </summary>
    public static Output Stdout { get; } = new(OutputKind.Stdout);

    /// <summary>Gets a target that discards the output. The exception of a failed run shows the end of it.</summary>
    internal static Output Nowhere { get; } = To(static (_, _) => default);

    internal OutputKind Kind { get; }

    internal string? Path { get; private init; }

    internal bool IsAppending { get; private init; }

    internal Stream? Stream { get; private init; }

    internal Func<string, ValueTask>? Line { get; private init; }

    internal Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask>? Bytes { get; private init; }

    /// <summary>Serializes calls from any thread.</summary>
    internal SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>
    /// Creates a target that writes to a file. If it is the only target, the child writes to the file directly.
    /// </summary>
    /// <param name="path">The file's path, relative to this process's working directory. The file is created if it doesn't exist.</param>
    /// <param name="append">True to append to the file; false to overwrite it.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty or contains a NUL.</exception>
    public static Output ToFile(string path, bool append = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentCheck.ThrowIfNul(path, nameof(path));
        return new Output(OutputKind.File) { Path = path, IsAppending = append };
    }

    /// <summary>Creates a target that writes to a stream. The stream is flushed at the end but not closed.</summary>
    /// <param name="stream">The stream.</param>
    /// <exception cref="ArgumentException"><paramref name="stream"/> isn't writable.</exception>
    public static Output ToStream(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.CanWrite
            ? new Output(OutputKind.Stream) { Stream = stream }
            : throw new ArgumentException("The stream isn't writable.", nameof(stream));
    }

    /// <summary>
    /// Creates a target that passes each line to a delegate as it arrives, decoded with the call's <c>Encoding</c>.
    /// </summary>
    /// <param name="line">The delegate. It gets the line without its line ending (<c>\n</c>, <c>\r\n</c> or <c>\r</c>).</param>
    public static Output ToLines(Action<string> line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Lines(text =>
        {
            line(text);
            return default;
        });
    }

    /// <inheritdoc cref="ToLines(Action{string})"/>
    [OverloadResolutionPriority(2)]
    public static Output ToLines(Func<string, Task> line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Lines(text => new ValueTask(line(text)));
    }

    /// <inheritdoc cref="ToLines(Action{string})"/>
    [OverloadResolutionPriority(1)]
    public static Output ToLines(Func<string, ValueTask> line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Lines(line);
    }

    /// <summary>Creates a target that passes the bytes to a delegate as they arrive.</summary>
    /// <param name="bytes">The delegate. It gets a piece of the output, which is valid until the returned task completes, and a
    /// token that is canceled when the run abandons its output.
    /// </param>
    public static Output To(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new Output(OutputKind.Bytes) { Bytes = bytes };
    }

    private static Output Lines(Func<string, ValueTask> line) => new(OutputKind.Lines) { Line = line };
}
