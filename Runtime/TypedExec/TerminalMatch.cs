using System.Text.RegularExpressions;

namespace TypedExec;

/// <summary>What <see cref="ChildTerminal.ExpectAsync(string, TimeSpan?, CancellationToken)"/> found in a terminal's output.</summary>
public sealed class TerminalMatch
{
    internal TerminalMatch(string before, string value, Match? match)
    {
        Before = before;
        Value = value;
        Match = match;
    }

    /// <summary>The output between the last match, or whatever was read last, and this match.</summary>
    public string Before { get; }

    /// <summary>The text that matched.</summary>
    public string Value { get; }

    /// <summary>The match of the regular expression with its groups, or null when a text was expected.</summary>
    public Match? Match { get; }

    /// <summary>Returns <see cref="Value"/>.</summary>
    public override string ToString() => Value;
}
