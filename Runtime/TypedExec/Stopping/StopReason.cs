namespace TypedExec.Stopping;

/// <summary>Why TypedExec itself ended a run. The first reason is kept.</summary>
internal enum StopReason
{
    None,

    /// <summary>The option <c>Timeout</c> has passed.</summary>
    TimedOut,

    /// <summary>The last stage wrote more than <c>MaxBuffer</c> bytes to stdout.</summary>
    StdoutOverflowed,

    /// <summary>A stage wrote more than <c>MaxBuffer</c> bytes to stderr.</summary>
    StderrOverflowed,

    /// <summary>The caller's token was canceled.</summary>
    Cancelled,

    /// <summary>A stage couldn't be started.</summary>
    StartFailed,

    /// <summary>
    /// Something in the run itself failed: a caller's stream or handler, or there was no memory for the output.
    /// </summary>
    Failed,

    /// <summary><c>StopAsync</c> or disposal.</summary>
    Stopped,
}
