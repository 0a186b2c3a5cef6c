namespace TypedExec.Platform;

/// <summary>A point in time that may be unset; <c>default</c> is unset.</summary>
internal readonly struct Deadline
{
    private readonly long _milliseconds;
    private readonly TimeProvider? _time;

    private Deadline(long milliseconds, TimeProvider time)
    {
        _milliseconds = milliseconds;
        _time = time;
    }

    public bool IsSet => _time is not null;

    public bool HasPassed => IsSet && Now(_time!) >= _milliseconds;

    /// <summary>
    /// Gets the remaining time in the form that poll(2) and <see cref="Monitor.Wait(object, int)"/> take; -1 means forever.
    /// </summary>
    public int RemainingMilliseconds
        => IsSet ? (int)Math.Clamp(_milliseconds - Now(_time!), 0, int.MaxValue) : -1;

    public static Deadline After(TimeSpan? span) => After(span, TimeProvider.System);

    /// <param name="span">The time from now on, or null for no deadline.</param>
    /// <param name="time">The clock.</param>
    public static Deadline After(TimeSpan? span, TimeProvider time)
        => span is { } after ? new Deadline(Now(time) + (long)Math.Ceiling(after.TotalMilliseconds), time) : default;

    public static Deadline Earliest(Deadline one, Deadline other)
        => !one.IsSet ? other : !other.IsSet || one._milliseconds <= other._milliseconds ? one : other;

    private static long Now(TimeProvider time)
        => ReferenceEquals(time, TimeProvider.System)
            ? Environment.TickCount64
            : (long)TimeSpan.FromSeconds((double)time.GetTimestamp() / time.TimestampFrequency).TotalMilliseconds;
}
