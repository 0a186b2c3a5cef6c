namespace TypedExec.Shells;

/// <summary>The position of a hole in the text for the shell.</summary>
/// <param name="Refusal">Why a quoted word isn't safe there, as the continuation of "A hole is"; null if it is safe.</param>
/// <param name="StartsCommand">True if the shell expects a command's name there.</param>
/// <param name="IsEvaluated">True if it is rejected because its content would be code, however it is quoted.</param>
/// <param name="AllowsNumber">True if a whole number is still allowed there.</param>
internal readonly record struct HolePosition(string? Refusal = null, bool StartsCommand = false, bool IsEvaluated = false, bool AllowsNumber = false)
{
    /// <summary>Represents a hole in a text, which can't contain a NUL itself.</summary>
    public const char Mark = '\0';

    /// <summary>Returns the position of a hole whose content would be evaluated as code.</summary>
    /// <param name="refusal">Why, as the continuation of "A hole is".</param>
    public static HolePosition Evaluated(string refusal) => new(refusal, IsEvaluated: true);
}
