namespace TypedExec.Testing;

/// <summary>Provides placeholders for the arguments of a rule.</summary>
public static class Any
{
    /// <summary>Gets a placeholder for all remaining arguments, including none. It must be the last argument.</summary>
    public static ArgumentMatcher Rest { get; } = new(static _ => true, "…", isRest: true);

    /// <summary>Gets a placeholder for exactly one argument.</summary>
    public static ArgumentMatcher Argument { get; } = new(static _ => true, "*");

    /// <summary>Creates a placeholder for one argument that meets a condition.</summary>
    /// <param name="condition">The condition.</param>
    public static ArgumentMatcher That(Func<string, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new ArgumentMatcher(condition, "(condition)");
    }
}
