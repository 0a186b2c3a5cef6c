using System.Runtime.CompilerServices;
using TypedExec.Requests;

namespace TypedExec;

/// <summary>
/// A place that a child's stdout or stderr goes to: <c>Stdout = [Output.Capture, Output.Inherit]</c> captures it and shows it as it
/// comes.
/// </summary>
/// <remarks>
/// What a target throws fails the run: the child is stopped, and what is awaited throws that exception. The calls of one
/// <see cref="Output"/> are never concurrent, also where stdout and stderr, or the stages of a pipeline, share it. They come on the
/// thread pool, and a target that is slow slows the child down.
/// </remarks>
public sealed class Output
{
    private Output(OutputKind kind) => Kind = kind;

    /// <summary>Into the result's <c>Stdout</c> or <c>Stderr</c>, up to <c>MaxBuffer</c>.</summary>
    public static Output Capture { get; } = new(OutputKind.Capture);

    /// <summary>
    /// This process's own stdout or stderr. Alone it is the descriptor itself, so that the child sees a terminal where this process has
    /// one; with others the output is copied to it as it comes.
    /// </summary>
    public static Output Inherit { get; } = new(OutputKind.Inherit);

    /// <summary>Nowhere.</summary>
    public static Output Ignore { get; } = new(OutputKind.Ignore);

    /// <summary>For stderr, alone: the place of stdout, in the order in which the child writes, as <c>2&gt;&amp;1</c> in a shell.</summary>
    public static Output Stdout { get; } = new(OutputKind.Stdout);

    /// <summary>What is read and passed to nobody; the exception of a run that fails shows its end.</summary>
    internal static Output Nowhere { get; } = To(static (_, _) => default);

    internal OutputKind Kind { get; }

    internal string? Path { get; private init; }

    internal bool IsAppending { get; private init; }

    internal Stream? Stream { get; private init; }

    internal Func<string, ValueTask>? Line { get; private init; }

    internal Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask>? Bytes { get; private init; }

    /// <summary>One call at a time, whoever makes it.</summary>
    internal SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>A file. Alone the child writes it directly.</summary>
    /// <param name="path">The file, relative to this process's working directory. It is made if need be.</param>
    /// <param name="append">Whether to write to the end of the file; else it is emptied first.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty or holds a NUL.</exception>
    public static Output ToFile(string path, bool append = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentCheck.NoNul(path, nameof(path));
        return new Output(OutputKind.File) { Path = path, IsAppending = append };
    }

    /// <summary>A stream, which is flushed at the end and not closed.</summary>
    /// <param name="stream">The stream.</param>
    /// <exception cref="ArgumentException"><paramref name="stream"/> cannot be written.</exception>
    public static Output ToStream(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.CanWrite
            ? new Output(OutputKind.Stream) { Stream = stream }
            : throw new ArgumentException("The stream cannot be written.", nameof(stream));
    }

    /// <summary>Each line, as it comes, decoded by the call's <c>Encoding</c>.</summary>
    /// <param name="line">Called with the line, without its end (<c>\n</c>, <c>\r\n</c> or <c>\r</c>).</param>
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

    /// <summary>The bytes, as they come.</summary>
    /// <param name="bytes">
    /// Called with a piece of the output, which is valid until the returned task completes, and a token that is cancelled when the run
    /// gives its output up.
    /// </param>
    public static Output To(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new Output(OutputKind.Bytes) { Bytes = bytes };
    }

    private static Output Lines(Func<string, ValueTask> line) => new(OutputKind.Lines) { Line = line };
}
