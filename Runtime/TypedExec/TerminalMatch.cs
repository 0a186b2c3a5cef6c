using System.Text.RegularExpressions;

namespace TypedExec;

/// <summary>
/// Represents a match that <see cref="ChildTerminal.ExpectAsync(string, TimeSpan?, CancellationToken)"/> found in a terminal's
/// output.
/// </summary>
public sealed class TerminalMatch
{
    internal TerminalMatch(string before, string value, Match? match)
    {
        Before = before;
        Value = value;
        Match = match;
    }

    /// <summary>Gets the output before the match, since the previous match or read.</summary>
    public string Before { get; }

    /// <summary>Gets the text that matched.</summary>
    public string Value { get; }

    /// <summary>Gets the match of the regular expression with its groups, or null if a text was expected.</summary>
    public Match? Match { get; }

    /// <summary>Returns <see cref="Value"/>.</summary>
    public override string ToString() => Value;
}
