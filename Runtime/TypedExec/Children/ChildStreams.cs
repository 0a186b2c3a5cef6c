using TypedExec.Events;
using TypedExec.IO;
using TypedExec.Platform;
using TypedExec.Requests;

namespace TypedExec.Children;

/// <summary>The parent's streams of one child, by index of stdio.</summary>
internal sealed class ChildStreams
{
    private readonly ChildInput?[] _inputs;
    private readonly ChildOutput?[] _outputs;
    private readonly IReadOnlyList<Stdio> _stdio;
    private readonly List<Task> _copies = new(0);

    /// <param name="stdio">What each descriptor of the child is.</param>
    /// <param name="started">The child, or null when it could not be started: its streams exist all the same.</param>
    /// <param name="events">The child's event queue.</param>
    /// <param name="outputEnded">Called once for each output that has ended.</param>
    public ChildStreams(IReadOnlyList<Stdio> stdio, StartedChild? started, EventQueue events, Action outputEnded)
    {
        _stdio = stdio;
        _inputs = new ChildInput?[stdio.Count];
        _outputs = new ChildOutput?[stdio.Count];
        for (var i = 0; i < stdio.Count; i++)
        {
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
                _outputs[i] = new ChildOutput(started?.Output(i) ?? new EmptyReadPipe(), events, outputEnded);
                OutputCount++;
            }
        }
    }

    public int OutputCount { get; }

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

    /// <summary>Starts to copy between the child and the streams that the caller named in stdio.</summary>
    public void StartCopies(Action<Exception> failed)
    {
        for (var i = 0; i < _stdio.Count; i++)
        {
            if (_stdio[i].Kind == StdioKind.Stream)
            {
                var copy = StreamCopy.RunAsync(_inputs[i], _outputs[i], (Stream)_stdio[i].Target!, failed);
                if (_outputs[i] is not null)
                {
                    // What goes into the child delivers nothing, and the caller's stream may never give anything.
                    _copies.Add(copy);
                }
            }
        }
    }

    /// <summary>The child is gone: nobody reads its stdin, and what nobody reads of its outputs is drained.</summary>
    public void OnChildExited()
    {
        _inputs[0]?.CloseEnd();
        DrainOutputs();
    }

    /// <summary>
    /// Nobody reads the outputs any longer: what the child writes until its end is read all the same, so that nothing holds it.
    /// </summary>
    public void DrainOutputs()
    {
        foreach (var output in _outputs)
        {
            output?.OnChildExited();
        }
    }

    /// <summary>Nothing more comes from the child: closes what the parent could still write to.</summary>
    public void CloseInputs()
    {
        foreach (var input in _inputs)
        {
            input?.CloseEnd();
        }
    }

    /// <summary>Gives up on what the outputs may still bring.</summary>
    public void CloseOutputs()
    {
        foreach (var output in _outputs)
        {
            output?.CloseEnd();
        }
    }

    /// <summary>Gives up on what descendants may still write to the outputs; what is there already is not lost.</summary>
    public void EndOutputs()
    {
        foreach (var output in _outputs)
        {
            output?.CloseKeepingRest();
        }
    }

    /// <summary>Completes when all data that has come was given to its handlers and to the caller's streams.</summary>
    public Task DeliveredAsync()
    {
        var deliveries = _copies.FindAll(static copy => !copy.IsCompleted);
        foreach (var output in _outputs)
        {
            if (output is { Delivered: { IsCompleted: false } delivered })
            {
                deliveries.Add(delivered);
            }
        }

        return deliveries.Count == 0 ? Task.CompletedTask : Task.WhenAll(deliveries);
    }
}
