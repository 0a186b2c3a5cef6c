using TypedExec.Import.Reading;

namespace TypedExec.Import.Manual;

/// <summary>
/// Distinguishes spellings of one option from several options that share a description: <c>-q, --quiet, --silent</c> is one option,
/// <c>--left-only, --right-only</c> are two, and so are <c>-print0, -fprint0</c>.
/// </summary>
internal static class TagNames
{
    public static IReadOnlyList<IReadOnlyList<SpelledName>> Split(IReadOnlyList<SpelledName> names)
    {
        var groups = new List<List<SpelledName>>();
        foreach (var name in names)
        {
            if (groups.Find(group => group.All(other => AreOne(other, name))) is { } same)
            {
                same.Add(name);
            }
            else
            {
                groups.Add([name]);
            }
        }

        return groups;
    }

    private static bool AreOne(SpelledName first, SpelledName second)
    {
        if (first.Text == second.Text)
        {
            return true;
        }

        // A letter next to a word abbreviates it. For two letters or two words, that isn't certain.
        var (one, two) = (Words(first.Text), Words(second.Text));
        if (IsLetter(first.Text) || IsLetter(second.Text))
        {
            return IsLetter(first.Text) != IsLetter(second.Text) || string.Equals(one, two, StringComparison.OrdinalIgnoreCase) || first.Values.Count == second.Values.Count;
        }

        return IsNegative(one) == IsNegative(two) && !IsNegation(one, two) && !IsNegation(two, one) && !SharesWord(one, two) && !DiffersInDigits(one, two);
    }

    private static bool IsNegative(string name) => name.StartsWith("no-", StringComparison.Ordinal) || name.StartsWith("no_", StringComparison.Ordinal);

    private static string Words(string name) => name.TrimStart('-');

    private static bool IsLetter(string name) => name.Length == 2;

    private static bool IsNegation(string name, string other) => name == "no-" + other || name == "no" + other || name == "no_" + other;

    /// <summary>Whether they differ only in some of their words, such as <c>left-only</c> and <c>right-only</c>.</summary>
    private static bool SharesWord(string name, string other)
    {
        var (one, two) = (name.Split('-', '_'), other.Split('-', '_'));
        return one.Length > 1 && one.Length == two.Length && (one[^1] == two[^1] || one[0] == two[0]);
    }

    /// <summary><c>print0</c> and <c>fprint0</c>, <c>aes128</c> and <c>aes256</c>.</summary>
    private static bool DiffersInDigits(string name, string other)
        => "f" + name == other || "f" + other == name
            || (name.Any(char.IsAsciiDigit) && name.TrimEnd(Digits) == other.TrimEnd(Digits));

    private static readonly char[] Digits = [.. "0123456789_"];
}
