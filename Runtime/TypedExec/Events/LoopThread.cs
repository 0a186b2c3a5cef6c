using System.Diagnostics;

namespace TypedExec.Events;

/// <summary>Which threads serve all children, so that no code of a user's may run on them: it would hold every child.</summary>
internal static class LoopThread
{
    [ThreadStatic]
    private static bool t_isCurrent;

    /// <summary>The calling thread is such a one, for as long as it lives.</summary>
    public static void Mark() => t_isCurrent = true;

    /// <summary>To be called where code of a user's is about to run: handlers, encodings, streams, delegates.</summary>
    [Conditional("DEBUG")]
    public static void AssertIsOther() => Debug.Assert(!t_isCurrent, "A user's code is about to run on the event loop's thread.");
}
