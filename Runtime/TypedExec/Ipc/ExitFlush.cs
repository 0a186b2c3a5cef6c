namespace TypedExec.Ipc;

/// <summary>
/// Writes what was sent before the process ends, as Node does, so that a program can send a message and return from Main.
/// </summary>
internal static class ExitFlush
{
    /// <summary>How long a peer that doesn't read may delay the end of the process.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly Lock Gate = new();
    private static readonly HashSet<Outbox> Writing = [];

    static ExitFlush() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => Flush();

    /// <summary>Adds an outbox that has begun to wait for its peer.</summary>
    public static void Add(Outbox outbox)
    {
        lock (Gate)
        {
            Writing.Add(outbox);
        }
    }

    /// <summary>Removes an outbox after everything in it has been written or has failed.</summary>
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

        // Without the lock, because an outbox takes it to report that it has finished.
        _ = Task.WaitAll([.. outboxes.Select(static outbox => outbox.FlushAsync())], Limit);
    }
}
