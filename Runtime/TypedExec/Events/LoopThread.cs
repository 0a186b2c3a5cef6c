using System.Diagnostics;

namespace TypedExec.Events;

/// <summary>
/// Marks the threads that serve all children. No user code may run on them, because it would block every child.
/// </summary>
internal static class LoopThread
{
    [ThreadStatic]
    private static bool t_isCurrent;

    /// <summary>Marks the calling thread for as long as it lives.</summary>
    public static void Mark() => t_isCurrent = true;

    /// <summary>Asserts that user code, such as a handler, encoding, stream or delegate, may run on the calling thread.</summary>
    [Conditional("DEBUG")]
    public static void AssertIsOther() => Debug.Assert(!t_isCurrent, "User code is about to run on the event loop's thread.");
}
