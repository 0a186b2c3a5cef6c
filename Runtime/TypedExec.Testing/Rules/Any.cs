namespace TypedExec.Testing;

/// <summary>Arguments that a rule leaves open.</summary>
public static class Any
{
    /// <summary>All arguments from here on, any number of them and none too. It comes last.</summary>
    public static ArgumentMatcher Rest { get; } = new(static _ => true, "…", isRest: true);

    /// <summary>One argument, whatever it is.</summary>
    public static ArgumentMatcher Argument { get; } = new(static _ => true, "*");

    /// <summary>One argument that a condition holds for.</summary>
    /// <param name="condition">The condition.</param>
    public static ArgumentMatcher That(Func<string, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new ArgumentMatcher(condition, "(condition)");
    }
}
