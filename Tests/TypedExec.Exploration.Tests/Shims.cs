// Stand in for what Coyote does not control, in the namespaces whose code uses it.

namespace TypedExec.Events;

/// <summary>The thread pool as tasks, which the exploration schedules; what is thrown in it is noted, as it would end the process.</summary>
internal static class ThreadPool
{
    /// <summary>What was raised as unhandled during the current exploration.</summary>
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

    /// <summary>In a filter, which runs before anything is unwound, as that of an unhandled exception does.</summary>
    private static bool Note(Exception exception)
    {
        Unhandled.Add(exception);
        return true;
    }
}

/// <summary>The number of the task that runs: threads are shared by tasks here.</summary>
internal static class Environment
{
    public static int CurrentManagedThreadId => Task.CurrentId ?? -1;
}
