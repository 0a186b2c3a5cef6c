namespace TypedExec.TestProgram.Ways;

/// <summary>What a caller learns about a run, in words that are the same for all ways.</summary>
/// <param name="Reason">Why it is over.</param>
internal sealed record Seen(string Reason)
{
    public int? ExitCode { get; init; }

    public Signal? Signal { get; init; }

    public bool Killed { get; init; }

    public string? Stdout { get; init; }

    public string? Stderr { get; init; }

    /// <summary>Gets or sets the output that was too long, if the caller learns which it was.</summary>
    public string? Overflowed { get; init; }

    public static Seen From(ExecException exception) => new(ReasonOf(exception))
    {
        ExitCode = exception.ExitCode,
        Signal = exception.Signal,
        Killed = exception.Killed,
        Stdout = exception.Stdout,
        Stderr = exception.Stderr,
        Overflowed = exception.Message.Contains("stdout maxBuffer", StringComparison.Ordinal) ? "stdout"
            : exception.Message.Contains("stderr maxBuffer", StringComparison.Ordinal) ? "stderr"
            : null,
    };

    public static Seen From(ExecCanceledException exception) => new("cancelled")
    {
        ExitCode = exception.ExitCode,
        Signal = exception.Signal,
        Stdout = exception.Stdout,
        Stderr = exception.Stderr,
    };

    private static string ReasonOf(ExecException exception) => exception switch
    {
        { Syscall: "kill" } => $"kill refused, {exception.Code}",
        { TimedOut: true } => "timed out",
        { Code: "ERR_CHILD_PROCESS_STDIO_MAXBUFFER" or "ENOBUFS" } => "overflowed",
        { Syscall: { } syscall } when syscall.StartsWith("spawn", StringComparison.Ordinal) => $"not started, {exception.Code}",
        _ => "failed",
    };
}
