using TypedExec.Events;
using TypedExec.IO;
using TypedExec.Platform;
using TypedExec.Requests;
using TypedExec.Terminals;

namespace TypedExec.Children;

/// <summary>The parent's streams of one child, indexed like its stdio.</summary>
internal sealed class ChildStreams
{
    private readonly ChildInput?[] _inputs;
    private readonly ChildOutput?[] _outputs;
    private readonly IReadOnlyList<Stdio> _stdio;
    private readonly OutputGroup _group;
    private readonly IOutputObserver _observer;
    private Dictionary<Stream, StreamTarget>? _targets;
    private ReadPipe? _terminal;
    private readonly StartedChild? _started;
    private readonly TerminalInput? _terminalInput;
    private CancellationTokenSource? _feedEnded;

    /// <param name="request">Specifies the child's descriptors.</param>
    /// <param name="started">The child, or null if it couldn't be started; its streams still exist.</param>
    /// <param name="events">The child's event queue.</param>
    /// <param name="observer">Is notified once of each output that has ended, and of failures, including those of the caller's streams.</param>
    /// <param name="group">The outputs that can block each other, including the child's.</param>
    public ChildStreams(
        StartRequest request, StartedChild? started, EventQueue events, IOutputObserver observer, OutputGroup group)
    {
        var stdio = request.Stdio;
        _group = group;
        _observer = observer;
        _started = started;
        _terminalInput = request.TerminalInput;
        _stdio = stdio;
        _inputs = new ChildInput?[stdio.Count];
        _outputs = new ChildOutput?[stdio.Count];
        for (var i = 0; i < stdio.Count; i++)
        {
            if (stdio[i].Kind == StdioKind.Terminal && i == 0)
            {
                AttachTerminal(started, request.Terminal!.Value, events, request.Secrets);
            }

            if (!stdio[i].IsPipe && stdio[i].Kind != StdioKind.Stream)
            {
                continue;
            }

            if (i == 0 || (i > 2 && stdio[i].IsPipe))
            {
                _inputs[i] = new ChildInput(started is null ? new BrokenWritePipe() : started.Input(i) ?? new BrokenWritePipe());
            }

            if (i > 0)
            {
                _outputs[i] = new ChildOutput(started?.Output(i) ?? new EmptyReadPipe(), events, observer, group, request.Secrets);
                OutputCount++;
            }
        }
    }

    public int OutputCount { get; private set; }

    /// <summary>Gets the child's pseudo-terminal, or null.</summary>
    public ChildTerminal? Terminal { get; private set; }

    /// <summary>Gets a task that completes when the caller's stream is no longer read for the child.</summary>
    public Task Feed { get; private set; } = Task.CompletedTask;

    public ChildInput? Input(int index) => _stdio[index].IsPipe ? _inputs[index] : null;

    public ChildOutput? Output(int index) => _stdio[index].IsPipe ? _outputs[index] : null;

    public IReadOnlyList<Stream?> ToList()
    {
        var list = new Stream?[_stdio.Count];
        for (var i = 0; i < list.Length; i++)
        {
            list[i] = (Input(i), Output(i)) switch
            {
                ({ } input, { } output) => new ChildDuplex(input, output),
                var (input, output) => (Stream?)input ?? output,
            };
        }

        return list;
    }

    /// <summary>
    /// Starts copying between the child and the streams that the caller passed in stdio (<c>Stdio.From(Stream)</c>).
    /// </summary>
    public void StartCopies()
    {
        if (_terminalInput is not null && _started is not null)
        {
            _feedEnded = new CancellationTokenSource();
            Feed = TerminalTyping.RunAsync(_started, _inputs[0]!, _terminalInput, _observer.OnFailed, _feedEnded.Token);
        }

        for (var i = 0; i < _stdio.Count; i++)
        {
            if (_stdio[i].Kind != StdioKind.Stream)
            {
                continue;
            }

            var stream = (Stream)_stdio[i].Target!;
            if (_inputs[i] is { } input)
            {
                _feedEnded = new CancellationTokenSource();
                Feed = StreamFeed.RunAsync(stream, input, _observer.OnFailed, _feedEnded.Token);
            }
            else if (_outputs[i] is { } output)
            {
                output.CaptureTo(null, [TargetOf(stream)], exception =>
                {
                    _observer.OnFailed(exception);
                    // The child notices that its output has no reader any more.
                    output.CloseEnd();
                });
            }
        }
    }

    /// <summary>Stops reading the caller's stream, because the child no longer reads it.</summary>
    public void StopFeed() => _ = _feedEnded?.CancelAsync();

    /// <summary>Starts keeping unread output. Must be called after the outputs to capture have been captured.</summary>
    public void StartKeeping()
    {
        foreach (var output in _outputs)
        {
            output?.Start();
        }
    }

    /// <summary>
    /// Called when the child has exited: stdin has no reader any more, and unread output is taken out of the pipes.
    /// </summary>
    public void OnChildExited()
    {
        StopFeed();
        _inputs[0]?.CloseEnd();
        // The kernel hung up the terminal for every process that has it open, so nothing can follow what is there.
        _terminal?.CloseWhenEmpty();
        foreach (var output in _outputs)
        {
            output?.OnChildExited();
        }
    }

    /// <summary>Notes that somebody waits for the child's exit: from now on, unread output must not block it.</summary>
    public void BeginWait() => _group.BeginWait();

    /// <summary>Does the same until the task completes.</summary>
    public Task<T> WaitFor<T>(Task<T> task, CancellationToken cancellationToken)
    {
        if (!Feed.IsCompleted)
        {
            task = AfterFeedAsync(task);
        }

        if (task.IsCompleted)
        {
            return task.WaitAsync(cancellationToken);
        }

        _group.BeginWait();
        if (!cancellationToken.CanBeCanceled)
        {
            return task;
        }

        var wait = task.WaitAsync(cancellationToken);
        _ = wait.ContinueWith(
            static (_, group) => ((OutputGroup)group!).EndWait(), _group,
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return wait;
    }

    /// <summary>Closes the streams that the parent could still write to, because nothing more comes from the child.</summary>
    public void CloseInputs()
    {
        foreach (var input in _inputs)
        {
            input?.CloseEnd();
        }
    }

    private void AttachTerminal(
        StartedChild? started, TerminalSize size, EventQueue events, IReadOnlyList<string>? secrets)
    {
        var screen = new ScreenFeed(size);
        _terminal = started?.Output(0);
        var shown = _terminal is null ? (ReadPipe)new EmptyReadPipe() : new ShownReadPipe(_terminal, screen);
        _inputs[0] = new ChildInput(started?.Input(0) ?? new BrokenWritePipe());
        _outputs[0] = new ChildOutput(shown, events, _observer, _group, secrets);
        OutputCount++;
        Terminal = new ChildTerminal(size, _outputs[0]!, _inputs[0]!, screen, newSize => started?.Resize(newSize));
    }

    /// <summary>
    /// After the child is known to have exited, the caller may read the stream again that the child was fed from.
    /// </summary>
    private async Task<T> AfterFeedAsync<T>(Task<T> task)
    {
        await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Feed.ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }

    /// <summary>Closes the streams of a disposed child.</summary>
    public void Dispose()
    {
        foreach (var input in _inputs)
        {
            input?.Dispose();
        }

        foreach (var output in _outputs)
        {
            output?.Dispose();
        }
    }

    /// <summary>
    /// Stops waiting for what descendants may still write to the outputs. Output that is already there isn't lost.
    /// </summary>
    /// <param name="isStopped">True if nothing waits for the targets of the outputs either.</param>
    public void EndOutputs(bool isStopped)
    {
        foreach (var output in _outputs)
        {
            output?.CloseKeepingRest();
            if (isStopped)
            {
                output?.GiveUp();
            }
        }
    }

    /// <summary>Completes when all data has been delivered to its handlers and the caller's stream is no longer read.</summary>
    public Task DeliveredAsync()
    {
        List<Task>? deliveries = null;
        if (!Feed.IsCompleted)
        {
            deliveries = [Feed];
        }

        foreach (var output in _outputs)
        {
            if (output is { Delivered: { IsCompleted: false } delivered })
            {
                (deliveries ??= []).Add(delivered);
            }
        }

        return deliveries is null ? Task.CompletedTask : Task.WhenAll(deliveries);
    }

    /// <summary>Returns one target per stream, because two outputs to the same stream must not write at the same time.</summary>
    private StreamTarget TargetOf(Stream stream)
    {
        _targets ??= [];
        if (!_targets.TryGetValue(stream, out var target))
        {
            _targets.Add(stream, target = new StreamTarget(TypedExec.Output.ToStream(stream), stream));
        }

        return target;
    }
}
