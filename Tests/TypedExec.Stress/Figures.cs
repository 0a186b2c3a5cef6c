using System.Collections.Concurrent;
using System.Diagnostics;

namespace TypedExec.Stress;

/// <summary>What a run has done so far.</summary>
internal sealed class Figures
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly ConcurrentDictionary<string, int> _trials = new();
    private long _children;
    private long _events;
    private long _bytes;
    private long _messages;
    private long _faults;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    public void AddTrial(string kind) => _trials.AddOrUpdate(kind, 1, static (_, count) => count + 1);

    public void AddChildren(int count) => Interlocked.Add(ref _children, count);

    public void AddEvent() => Interlocked.Increment(ref _events);

    /// <summary>Adds bytes that went into children or came out of them, and were compared.</summary>
    public void AddBytes(long count) => Interlocked.Add(ref _bytes, count);

    public void AddMessages(long count) => Interlocked.Add(ref _messages, count);

    /// <summary>Adds a kill, a cancellation, a limit, a failing spawn, or a stream that is closed under a child.</summary>
    public void AddFault() => Interlocked.Increment(ref _faults);

    public override string ToString()
        => $"{Elapsed.TotalSeconds:0} s, {_trials.Values.Sum()} trials, {_children} children, {_events} events, {_messages} messages, "
            + $"{_bytes / 1e6:0.0} MB compared, {_faults} faults injected";

    /// <summary>How often each kind of work was done.</summary>
    public string Kinds() => string.Join(", ", _trials.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key} {pair.Value}"));
}
