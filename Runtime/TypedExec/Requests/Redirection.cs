namespace TypedExec.Requests;

/// <summary>Where a pipeline's first stage reads from, or its last writes to.</summary>
/// <param name="Stdio">As a descriptor.</param>
/// <param name="Description">As it is written in a shell.</param>
internal sealed record Redirection(Stdio Stdio, string Description);
