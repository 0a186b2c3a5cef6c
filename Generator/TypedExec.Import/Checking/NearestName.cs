namespace TypedExec.Import.Checking;

/// <summary>Finds the name that a misspelled one probably stands for.</summary>
internal static class NearestName
{
    private const int MaxDistance = 3;

    /// <summary>The nearest name, or null if none is close. Short names are never close: every letter is similar to every other.</summary>
    public static string? Find(string name, IEnumerable<string> names)
    {
        var letters = name.TrimStart('-').Length;
        var limit = letters <= 2 ? 0 : Math.Min(MaxDistance, (letters + 1) / 3);
        return names
            .Select(other => (Name: other, Distance: Distance(name, other, limit)))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>How many letters must be added, removed, changed, or swapped with the next one.</summary>
    private static int Distance(string first, string second, int limit)
    {
        if (Math.Abs(first.Length - second.Length) > limit)
        {
            return int.MaxValue;
        }

        var rows = new int[first.Length + 1, second.Length + 1];
        for (var i = 0; i <= first.Length; i++)
        {
            for (var j = 0; j <= second.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }

                var cost = first[i - 1] == second[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[first.Length, second.Length];
    }
}
