namespace TypedExec.Shells;

/// <summary>Where a hole stands in the shell's text.</summary>
/// <param name="Refusal">Why no quoted word can stand there, as it goes on after "A hole stands"; null when one can.</param>
/// <param name="StartsCommand">Whether the hole is where the shell expects a command's name.</param>
internal readonly record struct HolePlace(string? Refusal = null, bool StartsCommand = false);
