namespace TypedExec.Shells;

/// <summary>Where a hole stands in the shell's text.</summary>
/// <param name="Refusal">Why no quoted word can stand there, as it goes on after "A hole stands"; null when one can.</param>
/// <param name="StartsCommand">Whether the hole is where the shell expects a command's name.</param>
/// <param name="IsEvaluated">Whether it is refused because what it holds is code there, however it is quoted.</param>
/// <param name="AllowsNumber">Whether a whole number may stand there all the same.</param>
internal readonly record struct HolePlace(string? Refusal = null, bool StartsCommand = false, bool IsEvaluated = false, bool AllowsNumber = false)
{
    /// <summary>Stands for a hole in a text, which may not hold a NUL itself.</summary>
    public const char Mark = '\0';
}
