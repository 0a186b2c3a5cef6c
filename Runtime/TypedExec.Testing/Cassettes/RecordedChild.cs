using TypedExec.IO;
using TypedExec.Platform;

namespace TypedExec.Testing.Cassettes;

/// <summary>A real child whose output and exit status are recorded for a cassette.</summary>
internal sealed class RecordedChild : StartedChild
{
    private readonly StartedChild _inner;
    private readonly FakeCall _call;
    private readonly ReadPipe?[] _outputs;
    private readonly RecordedBytes[] _records;
    private readonly Task _copies;
    private int _signals;

    /// <param name="inner">The child.</param>
    /// <param name="call">The call that started it.</param>
    /// <param name="targets">The targets, by descriptor, that the child would have written to itself and that this process copies output to.</param>
    public RecordedChild(StartedChild inner, FakeCall call, IReadOnlyDictionary<int, Stream> targets)
    {
        _inner = inner;
        _call = call;
        _outputs = new ReadPipe?[call.Request.Stdio.Count];
        var records = new List<RecordedBytes>();
        var copies = new List<Task>();
        for (var i = 0; i < _outputs.Length; i++)
        {
            if ((i == 0 && call.Request.Terminal is null) || inner.Output(i) is not { } output)
            {
                continue;
            }

            var record = new RecordedBytes(i);
            records.Add(record);
            _outputs[i] = new RecordingPipe(output, record);
            if (targets.TryGetValue(i, out var target))
            {
                copies.Add(CopyAsync(_outputs[i]!, target));
            }
        }

        _records = [.. records];
        _copies = Task.WhenAll(copies);
    }

    public override int Pid => _inner.Pid;

    public override bool HasGroupMembers => _inner.HasGroupMembers;

    public override WritePipe? Input(int index) => _inner.Input(index);

    public override ReadPipe? Output(int index) => _outputs[index];

    public override void WatchExit(Action<ExitStatus> exited) => _inner.WatchExit(status =>
    {
        _call.Status = status;
        if (_copies.IsCompleted)
        {
            exited(status);
        }
        else
        {
            _ = _copies.ContinueWith(_ => exited(status), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    });

    public override void WatchGuard(Action<Exception> lost) => _inner.WatchGuard(lost);

    public override int Kill(Signal signal, bool group)
    {
        var errno = _inner.Kill(signal, group);
        if (errno == 0 && signal != 0)
        {
            Interlocked.Increment(ref _signals);
        }

        return errno;
    }

    public override void Resize(TerminalSize size) => _inner.Resize(size);

    public override Task EndTerminalInputAsync(Stream input, bool isAtLineStart, CancellationToken childEnded)
        => _inner.EndTerminalInputAsync(input, isAtLineStart, childEnded);

    public override void Release() => _inner.Release();

    public override void Release(Action released) => _inner.Release(released);

    /// <summary>Returns the run in the form of the file, or null while it is running.</summary>
    public RecordedRun? ToRun(IReadOnlyList<string> secrets)
    {
        if (_call.Status is not { } status)
        {
            return null;
        }

        return CassetteRuns.Describe(_call, secrets) with
        {
            ExitCode = status.ExitCode,
            Signal = status.Signal?.ToString(),
            WasSignalled = _signals > 0,
            Output =
            [
                .. _records.Select(static record => (record.Descriptor, Bytes: record.ToArray()))
                    .Where(static record => record.Bytes.Length > 0)
                    .Select(record => CassetteFile.ToOutput(record.Descriptor, record.Bytes, secrets)),
            ],
        };
    }

    private static async Task CopyAsync(ReadPipe output, Stream target)
    {
        await using (target.ConfigureAwait(false))
        {
            var buffer = new byte[32 * 1024];
            try
            {
                while (await output.ReadAsync(buffer, CancellationToken.None).ConfigureAwait(false) is > 0 and var count)
                {
                    await target.WriteAsync(buffer.AsMemory(0, count)).ConfigureAwait(false);
                }
            }
            catch (IOException)
            {
                // From the child's point of view, it can't write any more.
                output.Close();
            }
        }
    }
}
