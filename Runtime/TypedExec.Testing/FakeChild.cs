using System.Text;
using TypedExec.Testing.Fakes;

namespace TypedExec.Testing;

/// <summary>
/// The inside of a fake child: what the script of <see cref="CommandRule.Runs(Func{FakeChild, Task{int}})"/> sees, as a program sees its
/// standard streams, its arguments, its environment and the signals that it is sent.
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

    /// <summary>The call that runs this fake: its command, arguments, working directory and environment.</summary>
    public FakeCall Call => _fake.Call;

    /// <summary>The command as a value; null for the static forms, which take an array.</summary>
    public ICommand? Command => Call.Command;

    /// <summary>The arguments, as a program gets them.</summary>
    public IReadOnlyList<string> Arguments => Call.Arguments;

    /// <summary>The pid that the parent sees. It is no process's.</summary>
    public int Pid => _fake.Pid;

    /// <summary>
    /// What the parent writes, as UTF-8; <see cref="StreamReader.BaseStream"/> for bytes. It waits while there is nothing, and is at its
    /// end when the parent has closed it.
    /// </summary>
    public StreamReader Stdin => field ??= new StreamReader(_fake.Descriptors[0], Utf8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);

    /// <summary>
    /// What the parent reads, as UTF-8; <see cref="StreamWriter.BaseStream"/> for bytes. It flushes by itself, lines end in <c>\n</c>, and a
    /// write waits while the pipe is full: 64 KB, as on Linux.
    /// </summary>
    public StreamWriter Stdout => field ??= Writer(1);

    /// <summary>The same for stderr.</summary>
    public StreamWriter Stderr => field ??= Writer(2);

    /// <summary>
    /// The first signal that the child is sent. A script that has asked for it handles signals itself: they no longer end it, except
    /// <see cref="Signal.SIGKILL"/>. One that never asks ends at the first signal, as a program does by default.
    /// </summary>
    public Task<Signal> Signalled => field ??= _fake.NextSignalAsync(Ended);

    /// <summary>Cancelled when the child has ended, because it was killed; a script that waits for something else passes it on.</summary>
    public CancellationToken Ended => _fake.Ended;

    /// <summary>The clock of the <see cref="FakeCommands"/>.</summary>
    public TimeProvider TimeProvider => _time;

    /// <summary>One of the child's descriptors, from 0 on; <see cref="Stream.Null"/> where the parent gave it none.</summary>
    /// <param name="descriptor">Its number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="descriptor"/> is negative.</exception>
    public Stream GetStream(int descriptor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(descriptor);
        return _fake.Descriptors[descriptor];
    }

    /// <summary>
    /// The next signal that was not taken yet, for a script that handles several. Like <see cref="Signalled"/>, asking makes the script
    /// handle them.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting; no signal is lost by it.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled, or the child was killed.</exception>
    public async Task<Signal> WaitForSignalAsync(CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Ended);
        return await _fake.NextSignalAsync(either.Token).ConfigureAwait(false);
    }

    /// <summary>Waits by the clock of the <see cref="FakeCommands"/>, until the child is killed at the latest.</summary>
    /// <param name="time">How long.</param>
    /// <exception cref="OperationCanceledException">The child was killed.</exception>
    public Task DelayAsync(TimeSpan time) => Task.Delay(time, _time, Ended);

    /// <summary>Ends the child by a signal, as <c>kill -9 $$</c> does. What the script returns afterwards counts no more.</summary>
    /// <param name="signal">The signal.</param>
    public void EndBy(Signal signal) => _fake.End(new ExitStatus(null, signal));

    internal void Close() => _channel?.Disconnect();

    private StreamWriter Writer(int descriptor)
        => new(_fake.Descriptors[descriptor], Utf8, bufferSize: 1024, leaveOpen: true) { AutoFlush = true, NewLine = "\n" };
}
