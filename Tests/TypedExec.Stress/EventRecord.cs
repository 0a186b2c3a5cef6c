namespace TypedExec.Stress;

/// <summary>
/// Tracks the events of one child with handlers that are added immediately or late, and checks the promises: each once, in order,
/// never two at a time, all data before the close.
/// </summary>
internal sealed class EventRecord
{
    private readonly Trial _trial;
    private readonly ChildProcess _child;
    private readonly List<string> _events = [];
    private readonly MemoryStream _stdout = new();
    private readonly MemoryStream _stderr = new();
    private readonly TaskCompletionSource<ExitStatus> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StressFailure? _failure;
    private int _inside;

    private EventRecord(Trial trial, ChildProcess child)
    {
        _trial = trial;
        _child = child;
    }

    /// <summary>Gets a task with the child's exit status, which completes with the last event.</summary>
    public Task<ExitStatus> Closed => _closed.Task;

    public ReadOnlySpan<byte> Stdout => _stdout.GetBuffer().AsSpan(0, (int)_stdout.Length);

    public ReadOnlySpan<byte> Stderr => _stderr.GetBuffer().AsSpan(0, (int)_stderr.Length);

    /// <summary>Adds the handlers, in the order of the events but with pauses between them.</summary>
    public static async Task<EventRecord> AttachAsync(Trial trial, ChildProcess child, bool takesData)
    {
        var record = new EventRecord(trial, child);
        var pauses = trial.Chance(40) ? new[] { trial.Milliseconds(20), trial.Milliseconds(20), trial.Milliseconds(60) } : null;
        child.Error += record.OnError;
        child.Spawned += (_, _) => record.On("spawn");
        if (takesData)
        {
            child.Stdout?.Data += (_, e) => record.OnData(record._stdout, e);
            child.Stderr?.Data += (_, e) => record.OnData(record._stderr, e);
        }

        await PauseAsync(pauses, 0);
        child.Exited += (_, e) => record.On($"exit {e.ExitCode} {e.Signal}");
        await PauseAsync(pauses, 1);
        child.Closed += record.OnClosed;
        await PauseAsync(pauses, 2);
        return record;
    }

    /// <summary>Waits for the last event, and checks all of them.</summary>
    public async Task<ExitStatus> EndAsync()
    {
        var status = await _closed.Task;
        if (_failure is not null)
        {
            throw _failure;
        }

        var expected = _child.Pid is null ? "close" : "spawn, exit, close";
        var kinds = string.Join(", ", _events.Select(static entry => entry.Split(' ')[0]));
        _trial.CheckEqual(expected, kinds, "the events");
        if (_child.Pid is not null)
        {
            _trial.CheckEqual(_events[1]["exit".Length..], _events[2]["close".Length..], "what exit and close say");
            await CheckLateHandlersAsync(status);
        }

        _trial.Check(_trial.KillsGroups || !_child.Kill(), "kill says that it sent a signal to a child that is closed");
        return status;
    }

    private static Task PauseAsync(TimeSpan[]? pauses, int index) => pauses is null ? Task.CompletedTask : Task.Delay(pauses[index]);

    private async Task CheckLateHandlersAsync(ExitStatus status)
    {
        var late = new TaskCompletionSource<ExitStatus>(TaskCreationOptions.RunContinuationsAsynchronously);
        var exits = 0;
        _child.Exited += (_, _) => exits++;
        _child.Closed += (_, e) => late.TrySetResult(new ExitStatus(e.ExitCode, e.Signal));
        _trial.CheckEqual(status, await late.Task, "the status that a late handler of Closed got");
        _trial.CheckEqual(1, exits, "how often a late handler of Exited was called before that of Closed");
        _trial.CheckEqual(status, await _child.WaitForCloseAsync(), "what WaitForCloseAsync says");
    }

    private void OnError(object? sender, ProcessErrorEventArgs e)
    {
        if (_child.Pid is not null)
        {
            Fail($"an unexpected error event: {e.Exception}");
        }
    }

    private void OnData(MemoryStream stream, DataEventArgs e)
    {
        Enter();
        if (_closed.Task.IsCompleted)
        {
            Fail("data came after close");
        }

        stream.Write(e.Bytes.Span);
        Leave();
    }

    private void On(string entry)
    {
        Enter();
        _trial.Figures.AddEvent();
        _events.Add(entry);
        Leave();
    }

    private void OnClosed(object? sender, ExitedEventArgs e)
    {
        On($"close {e.ExitCode} {e.Signal}");
        if (!_closed.TrySetResult(new ExitStatus(e.ExitCode, e.Signal)))
        {
            Fail("close came twice");
        }
    }

    private void Enter()
    {
        if (Interlocked.Increment(ref _inside) != 1)
        {
            Fail("two handlers of one child ran at the same time");
        }
    }

    private void Leave() => Interlocked.Decrement(ref _inside);

    private void Fail(string what) => _failure ??= new StressFailure(what);
}
