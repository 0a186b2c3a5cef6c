namespace TypedExec.Requests;

/// <summary>One run of a command that is carried elsewhere.</summary>
internal record CarriedStart
{
    /// <summary>What the carrier's program is started with, in place of the arguments that are shown.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>
    /// A script for <c>sh</c> that sends the far process the signal <c>$te_s</c>, a name without SIG. <c>$te_p</c> is the process that
    /// was started here. It ends with 0 when the signal was sent, and with 3 where there is no far process, not yet or no more.
    /// </summary>
    public required string SignalScript { get; init; }

    /// <summary>A file that is there once the far side can be reached by the script; null where it always can.</summary>
    public string? ReadyFile { get; init; }

    /// <summary>Whether the far process is killed by the script when the process here is ended by a signal.</summary>
    public bool KillsFarAtLoss { get; init; }

    /// <summary>The exit code of the process here when a signal has ended the far one and nothing more is known; null for none.</summary>
    public int? SignalledCode { get; init; }
}
