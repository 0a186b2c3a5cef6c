using TypedExec.Requests;

namespace TypedExec.Platform;

/// <summary>
/// Runs children to completion on the caller's thread, for backends whose bytes are moved by the thread pool: events there are
/// queued as notes, and this thread waits for them.
/// </summary>
internal sealed class WaitDriver(IProcessBackend backend, SyncPlan plan) : SyncDriver<WaitedStage>(backend, plan)
{
    /// <summary>Two outputs that are rejected and end, and an exit: the notes that may exist at the same time.</summary>
    private const int NotesPerStage = 8;

    private readonly object _gate = new();
    private readonly Queue<Action> _happened = new(plan.Stages.Count * NotesPerStage);
    private readonly IProcessBackend _backend = backend;

    protected override WaitedStage Start(StartRequest request, bool isFirst)
    {
        var index = Stages.Count;
        return new WaitedStage(_backend.Start(request), request, isFirst ? Plan.Input : default, Plan.MaxBuffer, new StageNotes(
            // Created beforehand, because a shortage of memory is noted too.
            output => CreateNote(() => CheckCapture(index, output)),
            CreateNote(() => OnOutputEnded(index)),
            status => Note(() =>
            {
                Stages[index].OnExited(status);
                OnExited(index);
            })));
    }

    private Action CreateNote(Action happened) => () => Note(happened);

    protected override void Wait(int milliseconds)
    {
        if (milliseconds <= 0 || ReferenceEquals(_backend.Time, TimeProvider.System))
        {
            WaitForNotes(milliseconds);
            return;
        }

        // The clock may be a fake, so it reports when the time has come.
        using var timer = _backend.Time.CreateTimer(
            static driver => ((WaitDriver)driver!).Note(static () => { }), this, TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
        WaitForNotes(Timeout.Infinite);
    }

    private void WaitForNotes(int milliseconds)
    {
        while (TakeNote(milliseconds) is { } happened)
        {
            happened();
            milliseconds = 0;
        }
    }

    private Action? TakeNote(int milliseconds)
    {
        lock (_gate)
        {
            if (_happened.Count == 0 && milliseconds != 0)
            {
                _ = Monitor.Wait(_gate, milliseconds);
            }

            return _happened.TryDequeue(out var happened) ? happened : null;
        }
    }

    private void Note(Action happened)
    {
        lock (_gate)
        {
            _happened.Enqueue(happened);
            Monitor.Pulse(_gate);
        }
    }
}
