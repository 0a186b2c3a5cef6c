namespace TypedExec.Ipc;

/// <summary>
/// What was sent is written before the process ends, as under Node: a program that sends and returns from Main has said
/// what it wants to be heard.
/// </summary>
internal static class ExitFlush
{
    /// <summary>How long a peer that takes nothing may hold the process up.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly Lock Gate = new();
    private static readonly HashSet<Outbox> Writing = [];

    static ExitFlush() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => Flush();

    /// <summary>An outbox has begun to wait for its peer.</summary>
    public static void Add(Outbox outbox)
    {
        lock (Gate)
        {
            Writing.Add(outbox);
        }
    }

    /// <summary>Everything of it has been written, or it has failed.</summary>
    public static void Remove(Outbox outbox)
    {
        lock (Gate)
        {
            Writing.Remove(outbox);
        }
    }

    private static void Flush()
    {
        Outbox[] outboxes;
        lock (Gate)
        {
            outboxes = [.. Writing];
        }

        // Without the lock: an outbox that is held takes it to say that it is done.
        _ = Task.WaitAll([.. outboxes.Select(static outbox => outbox.FlushAsync())], Limit);
    }
}
