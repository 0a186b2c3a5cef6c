// Replaces what Coyote doesn't control, in the namespaces whose code uses it.

namespace TypedExec.Events;

/// <summary>
/// The thread pool as tasks, which the exploration schedules. Exceptions in it are recorded, because they would end the process.
/// </summary>
internal static class ThreadPool
{
    /// <summary>Gets the unhandled exceptions of the current exploration.</summary>
    public static List<Exception> Unhandled { get; } = [];

    public static void UnsafeQueueUserWorkItem(IThreadPoolWorkItem item, bool preferLocal)
    {
        _ = preferLocal;
        _ = Task.Run(item.Execute);
    }

    public static void UnsafeQueueUserWorkItem<T>(Action<T> action, T state, bool preferLocal)
    {
        _ = preferLocal;
        _ = Task.Run(() =>
        {
            try
            {
                action(state);
            }
            catch (InvalidOperationException exception) when (Note(exception))
            {
            }
        });
    }

    /// <summary>In a filter, which runs before anything is unwound, like the handling of an unhandled exception.</summary>
    private static bool Note(Exception exception)
    {
        Unhandled.Add(exception);
        return true;
    }
}

/// <summary>The number of the running task: here, tasks share threads.</summary>
internal static class Environment
{
    public static int CurrentManagedThreadId => Task.CurrentId ?? -1;
}
