using System.Diagnostics;

namespace TypedExec.IO;

/// <summary>
/// The outputs of one child, or of the children of one pipeline, which can block each other: while one of them is read, or the
/// exit is waited for, none of the others may block the child.
/// </summary>
/// <param name="maxUnread">How many unread bytes each output keeps.</param>
internal sealed class OutputGroup(long maxUnread)
{
    private OutputSource? _first;
    private int _waiting;

    public long MaxUnread { get; } = maxUnread;

    /// <summary>
    /// Guards whose turn it is to read, for all outputs of the group. It is taken before a pipe's own lock, never inside it.
    /// </summary>
    public object Gate { get; } = new();

    public void Add(OutputSource output)
    {
        lock (Gate)
        {
            output.NextInGroup = _first;
            _first = output;
        }
    }

    /// <summary>Notes that somebody waits for the child's exit from now on.</summary>
    public void BeginWait()
    {
        lock (Gate)
        {
            _waiting++;
            for (var output = _first; output is not null; output = output.NextInGroup)
            {
                output.OnWanted();
            }
        }
    }

    /// <summary>Notes that somebody has stopped waiting.</summary>
    public void EndWait()
    {
        lock (Gate)
        {
            _waiting--;
        }
    }

    /// <summary>Notes that an output is about to be read. Called with the gate held.</summary>
    public void OnRead(OutputSource reading)
    {
        AssertGateIsHeld();
        for (var output = _first; output is not null; output = output.NextInGroup)
        {
            if (output != reading)
            {
                output.OnWanted();
            }
        }
    }

    /// <summary>
    /// Returns whether this output must not block the child, because somebody waits for the exit or reads another output. Called
    /// with the gate held.
    /// </summary>
    public bool IsWanted(OutputSource output)
    {
        AssertGateIsHeld();
        if (_waiting > 0)
        {
            return true;
        }

        for (var other = _first; other is not null; other = other.NextInGroup)
        {
            if (other != output && other.IsBeingRead)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Asserts that the gate is held.</summary>
    [Conditional("DEBUG")]
    public void AssertGateIsHeld() => Debug.Assert(Monitor.IsEntered(Gate), "The gate must be held to decide whose turn it is to read.");
}
