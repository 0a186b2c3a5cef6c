namespace TypedExec.Requests;

/// <summary>One run of a command that is carried elsewhere.</summary>
internal record CarriedStart
{
    /// <summary>The arguments that the carrier's program is started with, which differ from the displayed ones.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>A script for <c>sh</c> that sends the signal <c>$te_s</c>, a name without SIG, to the remote process.</summary>
    /// <remarks>
    /// <c>$te_p</c> is the PID of the local process. It exits with 0 if the signal was sent, and with 3 if the remote process
    /// doesn't exist.
    /// </remarks>
    public required string SignalScript { get; init; }

    /// <summary>A file that exists once the script can reach the remote side, or null if it always can.</summary>
    public string? ReadyFile { get; init; }

    /// <summary>Whether the script kills the remote process when the local one is ended by a signal.</summary>
    public bool KillsFarAtLoss { get; init; }

    /// <summary>The local process's exit code if the remote process was ended by an unknown signal, or null if there is no such code.</summary>
    public int? SignalledCode { get; init; }
}
