using System.Diagnostics;

namespace TypedExec.IO;

/// <summary>
/// The outputs of one child, or of the children of one pipeline, which can hold each other up: while one of them is read or
/// the end is waited for, none of the others may hold the child.
/// </summary>
/// <param name="maxUnread">How many bytes each output keeps that nobody has read.</param>
internal sealed class OutputGroup(long maxUnread)
{
    private OutputSource? _first;
    private int _waiting;

    public long MaxUnread { get; } = maxUnread;

    /// <summary>Guards whose turn it is to read, for all outputs of the group. Taken before a pipe's own lock, never inside it.</summary>
    public object Gate { get; } = new();

    public void Add(OutputSource output)
    {
        lock (Gate)
        {
            output.NextInGroup = _first;
            _first = output;
        }
    }

    /// <summary>Somebody waits for the child's end from now on.</summary>
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

    /// <summary>Somebody who waited has given up.</summary>
    public void EndWait()
    {
        lock (Gate)
        {
            _waiting--;
        }
    }

    /// <summary>An output is about to be read. Called with the gate held.</summary>
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

    /// <summary>Whether the child must not be held by this output, as somebody waits or reads another. Called with the gate held.</summary>
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

    /// <summary>For what is to be called with the gate held.</summary>
    [Conditional("DEBUG")]
    public void AssertGateIsHeld() => Debug.Assert(Monitor.IsEntered(Gate), "Whose turn it is to read is the group's.");
}
