namespace TypedExec.Testing;

/// <summary>
/// Specifies what an argument must be for a rule of <see cref="FakeCommands.When(string, ReadOnlySpan{ArgumentMatcher})"/> to
/// match. A string matches exactly that argument.
/// </summary>
public sealed class ArgumentMatcher
{
    private readonly Func<string, bool> _matches;
    private readonly string _description;

    internal ArgumentMatcher(Func<string, bool> matches, string description, bool isRest = false)
    {
        _matches = matches;
        _description = description;
        IsRest = isRest;
    }

    internal bool IsRest { get; }

    /// <summary>Converts a string to a matcher of exactly that argument.</summary>
    /// <param name="argument">The argument.</param>
    public static implicit operator ArgumentMatcher(string argument) => FromString(argument);

    /// <summary>Creates a matcher of exactly the specified argument.</summary>
    /// <param name="argument">The argument.</param>
    public static ArgumentMatcher FromString(string argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        return new ArgumentMatcher(actual => actual == argument, argument);
    }

    /// <summary>Returns a short description of what it matches.</summary>
    public override string ToString() => _description;

    internal bool Matches(string argument) => _matches(argument);
}
