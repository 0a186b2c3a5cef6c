namespace TypedExec.Testing;

/// <summary>
/// What an argument has to be for a rule of <see cref="FakeCommands.When(string, ReadOnlySpan{ArgumentMatcher})"/> to match. A string is
/// that argument exactly.
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

    /// <summary>Exactly this argument.</summary>
    /// <param name="argument">The argument.</param>
    public static implicit operator ArgumentMatcher(string argument) => FromString(argument);

    /// <summary>Exactly this argument.</summary>
    /// <param name="argument">The argument.</param>
    public static ArgumentMatcher FromString(string argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        return new ArgumentMatcher(actual => actual == argument, argument);
    }

    /// <summary>What it matches, in short.</summary>
    public override string ToString() => _description;

    internal bool Matches(string argument) => _matches(argument);
}
