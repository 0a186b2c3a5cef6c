namespace TypedExec.Platform;

/// <summary>A point in time that may not be set; <c>default</c> is none.</summary>
internal readonly struct Deadline
{
    private readonly long _ticks;

    private Deadline(long ticks) => _ticks = ticks;

    public bool IsSet => _ticks != 0;

    public bool HasPassed => IsSet && Environment.TickCount64 >= _ticks;

    /// <summary>As poll(2) and <see cref="Monitor.Wait(object, int)"/> take it: -1 is for ever.</summary>
    public int RemainingMilliseconds
        => IsSet ? (int)Math.Clamp(_ticks - Environment.TickCount64, 0, int.MaxValue) : -1;

    public static Deadline After(TimeSpan? time)
        => time is { } span ? new Deadline(Environment.TickCount64 + (long)Math.Ceiling(span.TotalMilliseconds)) : default;

    public static Deadline Earliest(Deadline one, Deadline other)
        => !one.IsSet ? other : !other.IsSet || one._ticks <= other._ticks ? one : other;
}
