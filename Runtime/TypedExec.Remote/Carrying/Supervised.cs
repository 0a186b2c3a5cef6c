namespace TypedExec.Remote.Carrying;

/// <summary>A command as it is really started, and how its remote process is signalled. The members are those of <c>CarriedStart</c>.</summary>
internal sealed record Supervised
{
    public required string FileName { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Text for <c>sh</c> on the near side, in one line: sends <c>$te_s</c>, where <c>$te_p</c> is the near process.</summary>
    public required string SignalScript { get; init; }

    public string? ReadyFile { get; init; }

    public bool KillsFarAtLoss { get; init; }

    public int? SignalledCode { get; init; }

    /// <summary>Whether the near process is the command itself.</summary>
    public bool IsDirect { get; init; }
}
