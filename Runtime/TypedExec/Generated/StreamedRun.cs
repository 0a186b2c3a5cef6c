using System.Text;
using TypedExec.Requests;

namespace TypedExec.Generated;

/// <summary>
/// A call whose stdout is read while it runs. Its stderr is kept for the exception, and passed on line by line. To dispose
/// it stops the child.
/// </summary>
internal sealed class StreamedRun : IAsyncDisposable
{
    private const int MaxErrorText = 1_000_000;

    private readonly MethodCall _call;
    private readonly ChildProcess _child;
    private readonly StringBuilder _stderr = new();
    private readonly Task _errors;
    private readonly Task _input;
    private readonly CancellationTokenRegistration _cancellation;

    private StreamedRun(MethodCall call, CancellationToken cancellationToken)
    {
        _call = call;
        var carried = OptionLayers.Merge(call.Options ?? new ProcessOptions(), call.Defaults);
        _child = CommandExtensions.Spawn(new Command(call, carried));
        _child.Stdout!.Encoding = Encoding;
        _child.Stderr!.Encoding = Encoding;
        _errors = Task.Run(ReadErrorsAsync, CancellationToken.None);
        _input = Task.Run(WriteInputAsync, CancellationToken.None);
        var signal = carried.KillSignal ?? Signal.SIGTERM;
        _cancellation = cancellationToken.UnsafeRegister(_ => _child.Kill(signal), null);
    }

    /// <summary>The child's stdout.</summary>
    public ChildOutput Stdout => _child.Stdout!;

    public Encoding Encoding => _call.Options?.Encoding ?? CaptureOptions.DefaultEncoding;

    public static StreamedRun Start(MethodCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new StreamedRun(call, cancellationToken);
    }

    /// <summary>Waits for the child's end, when its stdout has ended.</summary>
    /// <exception cref="ExecException">It could not be started, or failed.</exception>
    /// <exception cref="OperationCanceledException">It was stopped by the token.</exception>
    public async Task<(ExitStatus Status, string Stderr)> EndAsync(bool throwOnFailure, string stdout, CancellationToken cancellationToken)
    {
        var status = await _child.WaitForCloseAsync(CancellationToken.None).ConfigureAwait(false);
        await _errors.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        await _input.ConfigureAwait(false);
        return !status.Success && throwOnFailure
            ? throw MethodRunner.Failure(_call, status, stdout, _stderr.ToString())
            : (status, _stderr.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await _cancellation.DisposeAsync().ConfigureAwait(false);
        await _child.DisposeAsync().ConfigureAwait(false);
    }

    private async Task ReadErrorsAsync()
    {
        // A carriage return ends a line too: progress bars are drawn with it.
        using var reader = new StreamReader(_child.Stderr!, Encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        while (await reader.ReadLineAsync(CancellationToken.None).ConfigureAwait(false) is { } line)
        {
            if (_stderr.Length < MaxErrorText)
            {
                _stderr.Append(line).Append('\n');
            }

            foreach (var listener in _call.StderrLines ?? [])
            {
                listener(line);
            }
        }
    }

    /// <summary>That the child stops reading early is its right and no failure of the run.</summary>
    private async Task WriteInputAsync()
    {
        await using var stdin = _child.Stdin!;
        if (_call.InputStream is { } stream)
        {
            var buffer = new byte[64 * 1024];
            int count;
            while ((count = await stream.ReadAsync(buffer, CancellationToken.None).ConfigureAwait(false)) > 0
                && await TryWriteAsync(stdin, buffer.AsMemory(0, count)).ConfigureAwait(false))
            {
            }
        }
        else if ((_call.Input ?? _call.Options?.Input) is { IsSet: true } input)
        {
            await TryWriteAsync(stdin, input.ToBytes(Encoding)).ConfigureAwait(false);
        }
    }

    private static async Task<bool> TryWriteAsync(ChildInput stdin, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await stdin.WriteAsync(bytes).ConfigureAwait(false);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>The call with the options of both.</summary>
    private sealed class Command(MethodCall call, ProcessOptions options) : ICommand
    {
        public string FileName => call.FileName;

        public ProcessOptions Defaults => options;

        public IReadOnlyList<string> ToArguments() => call.ToArguments();
    }
}
