using TypedExec.Requests;

namespace TypedExec.Remote.Carrying;

/// <summary>A command as it is actually started, possibly within another carrier.</summary>
internal sealed record Supervised : CarriedStart
{
    public required string FileName { get; init; }

    /// <summary>Gets whether the local process is the command itself.</summary>
    public bool IsDirect { get; init; }
}
