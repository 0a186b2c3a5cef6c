using System.Text;
using System.Text.RegularExpressions;
using TypedExec.Terminals;

namespace TypedExec;

/// <summary>Represents the pseudo-terminal of a child that was started with <see cref="SpawnOptions.Terminal"/>.</summary>
/// <remarks>
/// Writing to it types on the child's keyboard, and reading from it returns everything that the child prints. Disposing it
/// hangs up the terminal, which ends most programs with <see cref="Signal.SIGHUP"/>. You can mix reading as a stream, line by
/// line, and with <see cref="ExpectAsync(string, TimeSpan?, CancellationToken)"/>, but use only one at a time: each continues
/// where the previous one stopped. As on any terminal, the child's lines end with <c>\r\n</c>, and what you write is echoed
/// unless the child turns echo off. Unread output is kept for a later reader, up to <see cref="SpawnOptions.MaxUnread"/>.
/// </remarks>
public sealed class ChildTerminal : Stream
{
    /// <summary>How long an expectation waits if no timeout is specified.</summary>
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    private readonly ChildOutput _output;
    private readonly ChildInput _input;
    private readonly ScreenFeed _screen;
    private readonly Action<TerminalSize> _resize;

    internal ChildTerminal(TerminalSize size, ChildOutput output, ChildInput input, ScreenFeed screen, Action<TerminalSize> resize)
    {
        Size = size;
        _output = output;
        _input = input;
        _screen = screen;
        _resize = resize;
    }

    /// <summary>Gets the terminal's size, in character cells.</summary>
    public TerminalSize Size { get; private set; }

    /// <summary>Gets the plain text that is on the terminal's screen now.</summary>
    /// <remarks>
    /// Lines are separated by <c>\n</c>, without trailing blanks and without empty lines at the end. The text includes all
    /// output that has arrived, whether or not it has been read.
    /// </remarks>
    public string Screen => _screen.GetText();

    /// <summary>Gets what the child prints.</summary>
    internal ChildOutput Output => _output;

    /// <inheritdoc/>
    public override bool CanRead => _output.CanRead;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => _input.CanWrite;

    /// <summary>Not supported: a terminal has no length.</summary>
    public override long Length => throw new NotSupportedException();

    /// <summary>Not supported: a terminal has no position.</summary>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>
    /// Changes the terminal's size and sends <c>SIGWINCH</c> to the programs in its foreground. Has no effect after the child has
    /// exited.
    /// </summary>
    /// <param name="size">The new size.</param>
    /// <exception cref="PlatformNotSupportedException">The system doesn't support it (Wine).</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension of <paramref name="size"/> is out of range.</exception>
    public void Resize(TerminalSize size)
    {
        TerminalSize.Check(size, nameof(size));
        var before = Size;
        try
        {
            // Set first, because the programs redraw immediately for the new size.
            Size = size;
            _screen.Resize(size);
            _resize(size);
        }
        catch
        {
            Size = before;
            _screen.Resize(before);
            throw;
        }
    }

    /// <summary>
    /// Types a text, encoded as UTF-8. <c>"\u0003"</c> is Ctrl+C, and <c>"\u0004"</c> is Ctrl+D, the end of input.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Stops waiting while the child doesn't read; part of the text may have been typed.</param>
    /// <exception cref="IOException">The child has exited.</exception>
    public Task WriteAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _input.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask();
    }

    /// <summary>Types a text followed by the Enter key, which sends <c>\r</c>.</summary>
    /// <inheritdoc cref="WriteAsync(string, CancellationToken)"/>
    public Task WriteLineAsync(string text = "", CancellationToken cancellationToken = default) => WriteAsync(text + "\r", cancellationToken);

    /// <summary>Waits until the child has printed the specified text, and takes the output up to the end of that text.</summary>
    /// <param name="text">The text to wait for, compared character by character. Control sequences in the output count too.</param>
    /// <param name="timeout">How long to wait. The default is 30 seconds. Use <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    /// <param name="cancellationToken">Stops waiting; no output is taken.</param>
    /// <returns>The match and what came before it.</returns>
    /// <exception cref="TimeoutException">The text wasn't printed in time. The message contains the output that did arrive. No
    /// output is taken.</exception>
    /// <exception cref="EndOfStreamException">The output ended first. The message contains the rest of it. No output is taken.</exception>
    /// <exception cref="InvalidOperationException">Another read is in progress, the output is captured, or 16 MB arrived without a match.</exception>
    public Task<TerminalMatch> ExpectAsync(string text, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return OutputExpectation.Create(text).WaitAsync(_output, timeout ?? DefaultTimeout, cancellationToken);
    }

    /// <summary>Waits until the child's output matches a pattern, and takes the output up to the end of the match.</summary>
    /// <param name="pattern">The pattern. It is matched against all output that hasn't been taken, each time more arrives. A
    /// greedy pattern may therefore match before all the text that it could match has arrived.
    /// </param>
    /// <param name="timeout">How long to wait. The default is 30 seconds. Use <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    /// <param name="cancellationToken">Stops waiting; no output is taken.</param>
    /// <inheritdoc cref="ExpectAsync(string, TimeSpan?, CancellationToken)"/>
    public Task<TerminalMatch> ExpectAsync(Regex pattern, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return OutputExpectation.Create(pattern).WaitAsync(_output, timeout ?? DefaultTimeout, cancellationToken);
    }

    /// <summary>
    /// Reads the lines that the child prints as they arrive, without their line endings (<c>\r\n</c>, <c>\n</c> or <c>\r</c>).
    /// </summary>
    /// <remarks>A last line without a line ending is returned too. Control sequences are kept.</remarks>
    /// <param name="cancellationToken">Stops reading with <see cref="OperationCanceledException"/>; the child keeps running.</param>
    /// <exception cref="InvalidOperationException">Another read is in progress, or the output is captured.</exception>
    /// <exception cref="InvalidDataException">A line is longer than 64 MB.</exception>
    public IAsyncEnumerable<string> ReadLinesAsync(CancellationToken cancellationToken = default) => _output.ReadLinesAsync(cancellationToken);

    /// <summary>Reads the output that is available, at least one byte. Returns 0 at the end of the output.</summary>
    /// <exception cref="InvalidOperationException">Another read is in progress.</exception>
    /// <inheritdoc cref="Stream.ReadAsync(Memory{byte}, CancellationToken)"/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => _output.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc cref="ReadAsync(Memory{byte}, CancellationToken)"/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <summary>
    /// Reads the output that is available, and blocks the calling thread until there is at least one byte. Returns 0 at the end
    /// of the output.
    /// </summary>
    /// <inheritdoc cref="Stream.Read(Span{byte})"/>
    public override int Read(Span<byte> buffer) => _output.Read(buffer);

    /// <inheritdoc cref="Read(Span{byte})"/>
    public override int Read(byte[] buffer, int offset, int count) => _output.Read(buffer, offset, count);

    /// <inheritdoc/>
    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        => _output.CopyToAsync(destination, bufferSize, cancellationToken);

    /// <inheritdoc cref="WriteAsync(string, CancellationToken)"/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        => _input.WriteAsync(buffer, cancellationToken);

    /// <inheritdoc cref="WriteAsync(string, CancellationToken)"/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => _input.WriteAsync(buffer, offset, count, cancellationToken);

    /// <inheritdoc cref="ChildInput.Write(byte[], int, int)"/>
    public override void Write(byte[] buffer, int offset, int count) => _input.Write(buffer, offset, count);

    /// <summary>Does nothing, because writes are not buffered.</summary>
    public override void Flush()
    {
    }

    /// <summary>Does nothing, because writes are not buffered.</summary>
    /// <inheritdoc cref="Stream.FlushAsync(CancellationToken)"/>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Not supported.</summary>
    /// <inheritdoc cref="Stream.Seek"/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <summary>Not supported.</summary>
    /// <inheritdoc cref="Stream.SetLength"/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _input.Dispose();
            _output.Dispose();
        }

        base.Dispose(disposing);
    }
}
