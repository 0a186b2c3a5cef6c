using TypedExec.Requests;

namespace TypedExec.Remote.Carrying;

/// <summary>A command as it is really started, perhaps within another carrier.</summary>
internal sealed record Supervised : CarriedStart
{
    public required string FileName { get; init; }

    /// <summary>Gets whether the process here is the command itself.</summary>
    public bool IsDirect { get; init; }
}
