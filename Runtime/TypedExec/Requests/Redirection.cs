namespace TypedExec.Requests;

/// <summary>Where the first stage of a pipeline reads from, or its last one writes to.</summary>
/// <param name="Stdio">The descriptor.</param>
/// <param name="Description">The notation in a shell.</param>
internal sealed record Redirection(Stdio Stdio, string Description);
