namespace TypedExec.CommandLines.Naming;

/// <summary>
/// Selects which of several names is used on command lines and determines the C# name. It depends only on these names, so that
/// nothing else in a specification can change it.
/// </summary>
internal static class PrimaryName
{
    /// <summary>
    /// Returns the first long spelling (<c>--all</c>), or the first of several letters (<c>-all</c>), or the first with a dash,
    /// or the first.
    /// </summary>
    public static int ForOption(IReadOnlyList<string> names)
        => IndexOf(names, static name => name.Length > 2 && name.StartsWith("--", StringComparison.Ordinal))
            ?? IndexOf(names, static name => name.Length > 2 && name[0] == '-')
            ?? IndexOf(names, static name => name[0] == '-')
            ?? 0;

    /// <summary>
    /// Returns the first name of three letters or more, or the first: <c>install</c> of <c>i</c> and <c>install</c>.
    /// </summary>
    public static int ForSubcommand(IReadOnlyList<string> names)
        => IndexOf(names, static name => name.Count(char.IsLetterOrDigit) >= 3) ?? 0;

    private static int? IndexOf(IReadOnlyList<string> names, Func<string, bool> isWanted)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (isWanted(names[i]))
            {
                return i;
            }
        }

        return null;
    }
}
