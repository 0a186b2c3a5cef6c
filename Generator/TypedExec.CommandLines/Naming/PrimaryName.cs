namespace TypedExec.CommandLines.Naming;

/// <summary>
/// Which of several names is used on command lines, and gives the C# name. Decided by these names alone, so that nothing
/// else in a specification can change it.
/// </summary>
internal static class PrimaryName
{
    /// <summary>The first long spelling (<c>--all</c>), else the first of several letters (<c>-all</c>), else the first with a dash, else the first.</summary>
    public static int OfOption(IReadOnlyList<string> names)
        => IndexOf(names, static name => name.Length > 2 && name.StartsWith("--", StringComparison.Ordinal))
            ?? IndexOf(names, static name => name.Length > 2 && name[0] == '-')
            ?? IndexOf(names, static name => name[0] == '-')
            ?? 0;

    /// <summary>The first of three letters or more, else the first: <c>install</c> of <c>i</c> and <c>install</c>.</summary>
    public static int OfSubcommand(IReadOnlyList<string> names)
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
