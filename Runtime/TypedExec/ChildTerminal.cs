using System.Text;
using System.Text.RegularExpressions;
using TypedExec.Terminals;

namespace TypedExec;

/// <summary>
/// The pseudo-terminal of a child that was started with <see cref="SpawnOptions.Terminal"/>: what is written to it is what
/// the child reads from its keyboard, and what is read from it is everything that the child prints. Disposing it hangs the
/// terminal up, which ends most programs by <see cref="Signal.SIGHUP"/>.
/// </summary>
/// <remarks>
/// Reading as a stream, by lines, and by <see cref="ExpectAsync(string, TimeSpan?, CancellationToken)"/> may be mixed, one
/// at a time: each continues where the one before it stopped. As at every terminal, the child's output ends its lines with
/// <c>\r\n</c>, and what is written is echoed unless the child turns that off. Output that nobody reads is kept for a later
/// reader, up to <see cref="SpawnOptions.MaxUnread"/>.
/// </remarks>
public sealed class ChildTerminal : Stream
{
    /// <summary>How long an expectation waits unless it is given a time.</summary>
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

    /// <summary>The terminal's size, in character cells.</summary>
    public TerminalSize Size { get; private set; }

    /// <summary>
    /// The plain text that a person would see on the terminal's screen now, as lines that are separated by <c>\n</c>,
    /// without the blanks at their ends and without empty lines at the end. It shows all output that has arrived, whoever
    /// has read it or will.
    /// </summary>
    public string Screen => _screen.GetText();

    /// <summary>What the child prints.</summary>
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
    /// Changes the terminal's size; the programs in its foreground are sent <c>SIGWINCH</c>. Nothing happens once the child has
    /// ended.
    /// </summary>
    /// <param name="size">The new size.</param>
    /// <exception cref="PlatformNotSupportedException">The system cannot (Wine).</exception>
    /// <exception cref="ArgumentOutOfRangeException">A side of <paramref name="size"/> is out of range.</exception>
    public void Resize(TerminalSize size)
    {
        TerminalSize.Check(size, nameof(size));
        var before = Size;
        try
        {
            // First, as the programs draw at once for the new size.
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

    /// <summary>Types a text as it is, as UTF-8: <c>"\u0003"</c> is Ctrl+C, <c>"\u0004"</c> is Ctrl+D, the end of input.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Cancels the waiting while the child does not read; a part may have been typed.</param>
    /// <exception cref="IOException">The child is gone.</exception>
    public Task WriteAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _input.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask();
    }

    /// <summary>Types a text and the Enter key, which sends <c>\r</c>.</summary>
    /// <inheritdoc cref="WriteAsync(string, CancellationToken)"/>
    public Task WriteLineAsync(string text = "", CancellationToken cancellationToken = default) => WriteAsync(text + "\r", cancellationToken);

    /// <summary>Waits until the child has printed a text, and takes the output up to its end.</summary>
    /// <param name="text">The text, compared character by character; control sequences in the output count too.</param>
    /// <param name="timeout">How long to wait. Default: 30 seconds; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    /// <param name="cancellationToken">Cancels the waiting; nothing is taken.</param>
    /// <returns>The match and what came before it.</returns>
    /// <exception cref="TimeoutException">It did not come in time; the message shows what did. Nothing is taken.</exception>
    /// <exception cref="EndOfStreamException">The output ended before; the message shows the rest. Nothing is taken.</exception>
    /// <exception cref="InvalidOperationException">Another read is under way, the output is captured, or 16 MB came without a match.</exception>
    public Task<TerminalMatch> ExpectAsync(string text, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return OutputExpectation.Of(text).WaitAsync(_output, timeout ?? DefaultTimeout, cancellationToken);
    }

    /// <summary>Waits until the child has printed something that matches, and takes the output up to the match's end.</summary>
    /// <param name="pattern">
    /// The pattern. It is matched against all output that has not been taken, again whenever more has come: a pattern that
    /// can match more text than it needs to may match before all of that has arrived.
    /// </param>
    /// <param name="timeout">How long to wait. Default: 30 seconds; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    /// <param name="cancellationToken">Cancels the waiting; nothing is taken.</param>
    /// <inheritdoc cref="ExpectAsync(string, TimeSpan?, CancellationToken)"/>
    public Task<TerminalMatch> ExpectAsync(Regex pattern, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return OutputExpectation.Of(pattern).WaitAsync(_output, timeout ?? DefaultTimeout, cancellationToken);
    }

    /// <summary>
    /// The lines that the child prints, without their ends <c>\r\n</c>, <c>\n</c> or <c>\r</c>, as they come; a last line
    /// without an end counts. Control sequences are left in them.
    /// </summary>
    /// <param name="cancellationToken">Cancels the reading with <see cref="OperationCanceledException"/>; the child continues to run.</param>
    /// <exception cref="InvalidOperationException">Another read is under way, or the output is captured.</exception>
    /// <exception cref="InvalidDataException">A line is longer than 64 MB.</exception>
    public IAsyncEnumerable<string> ReadLinesAsync(CancellationToken cancellationToken = default) => _output.ReadLinesAsync(cancellationToken);

    /// <summary>Reads what there is, at least one byte; 0 is the end.</summary>
    /// <exception cref="InvalidOperationException">Another read is under way.</exception>
    /// <inheritdoc cref="Stream.ReadAsync(Memory{byte}, CancellationToken)"/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => _output.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc cref="ReadAsync(Memory{byte}, CancellationToken)"/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <summary>Reads what there is, at least one byte, blocking the calling thread until there is some; 0 is the end.</summary>
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

    /// <summary>Does nothing: nothing is held back.</summary>
    public override void Flush()
    {
    }

    /// <summary>Does nothing: nothing is held back.</summary>
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
