using System.Text;
using TypedExec.Testing.Fakes;

namespace TypedExec.Testing;

/// <summary>
/// Provides the inside of a fake child for the script of <see cref="CommandRule.Runs(Func{FakeChild, Task{int}})"/>: its standard
/// streams, arguments, environment and the signals that are sent to it.
/// </summary>
public sealed partial class FakeChild
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly FakeProcess _fake;
    private readonly TimeProvider _time;

    internal FakeChild(FakeProcess fake, TimeProvider time)
    {
        _fake = fake;
        _time = time;
        _channel = OpenChannel(fake);
    }

    /// <summary>Gets the call that runs this fake, with its command, arguments, working directory and environment.</summary>
    public FakeCall Call => _fake.Call;

    /// <summary>Gets the command as a value. It is null for the static methods, which take an array.</summary>
    public ICommand? Command => Call.Command;

    /// <summary>Gets the arguments, as the program gets them.</summary>
    public IReadOnlyList<string> Arguments => Call.Arguments;

    /// <summary>Gets the process ID that the parent sees. It isn't the ID of a real process.</summary>
    public int Pid => _fake.Pid;

    /// <summary>
    /// Gets a reader of what the parent writes, as UTF-8; use <see cref="StreamReader.BaseStream"/> for bytes. It waits while
    /// there is no input, and ends when the parent closes the input.
    /// </summary>
    public StreamReader Stdin => field ??= new StreamReader(_fake.Descriptors[0], Utf8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);

    /// <summary>
    /// Gets a writer of stdout, which the parent reads, as UTF-8; use <see cref="StreamWriter.BaseStream"/> for bytes.
    /// </summary>
    /// <remarks>
    /// It flushes automatically and ends lines with <c>\n</c>. A write waits while the pipe is full (64 KB, as on Linux).
    /// </remarks>
    public StreamWriter Stdout => field ??= Writer(1);

    /// <summary>Gets a writer of stderr, which works like <see cref="Stdout"/>.</summary>
    public StreamWriter Stderr => field ??= Writer(2);

    /// <summary>Gets a task that completes with the first signal that is sent to the child.</summary>
    /// <remarks>A script that gets this property handles signals itself: they no longer end it, except
    /// <see cref="Signal.SIGKILL"/>. A script that never does ends at the first signal, as a program does by default.</remarks>
    public Task<Signal> Signalled => field ??= _fake.NextSignalAsync(Ended);

    /// <summary>
    /// Gets a token that is canceled when the child has ended because it was killed. Pass it to whatever else the script waits
    /// for.
    /// </summary>
    public CancellationToken Ended => _fake.Ended;

    /// <summary>Gets the clock of the <see cref="FakeCommands"/>.</summary>
    public TimeProvider TimeProvider => _time;

    /// <summary>
    /// Returns the stream of one of the child's descriptors, or <see cref="Stream.Null"/> if the parent didn't provide it.
    /// </summary>
    /// <param name="descriptor">The descriptor's number, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="descriptor"/> is negative.</exception>
    public Stream GetStream(int descriptor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(descriptor);
        return _fake.Descriptors[descriptor];
    }

    /// <summary>
    /// Waits for the next signal, for a script that handles several. As with <see cref="Signalled"/>, the script then handles
    /// signals itself.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting; no signal is lost.</param>
    /// <exception cref="OperationCanceledException">The token was canceled, or the child was killed.</exception>
    public async Task<Signal> WaitForSignalAsync(CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Ended);
        return await _fake.NextSignalAsync(either.Token).ConfigureAwait(false);
    }

    /// <summary>Waits for a time by the clock of the <see cref="FakeCommands"/>, or until the child is killed.</summary>
    /// <param name="time">How long to wait.</param>
    /// <exception cref="OperationCanceledException">The child was killed.</exception>
    public Task DelayAsync(TimeSpan time) => Task.Delay(time, _time, Ended);

    /// <summary>Ends the child with a signal, like <c>kill -9 $$</c>. The script's return value is then ignored.</summary>
    /// <param name="signal">The signal.</param>
    public void EndBy(Signal signal) => _fake.End(new ExitStatus(null, signal));

    internal void Close() => _channel?.Disconnect();

    private StreamWriter Writer(int descriptor)
        => new(_fake.Descriptors[descriptor], Utf8, bufferSize: 1024, leaveOpen: true) { AutoFlush = true, NewLine = "\n" };
}
