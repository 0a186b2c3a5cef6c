using System.Text;

namespace ReleaseNotes;

/// <summary>Release notes: the subjects of commits, grouped by their prefix.</summary>
internal static class Notes
{
    private static readonly (string Prefix, string Heading)[] Groups = [("feat: ", "New"), ("fix: ", "Fixed"), ("", "Also")];

    public static string Of(string version, IReadOnlyList<string> subjects)
    {
        var notes = new StringBuilder($"# {version}\n");
        var left = subjects.ToList();
        foreach (var (prefix, heading) in Groups)
        {
            var matching = left.Where(subject => subject.StartsWith(prefix, StringComparison.Ordinal)).ToList();
            left = [.. left.Except(matching)];
            if (matching.Count > 0)
            {
                notes.Append($"\n## {heading}\n\n").AppendJoin("", matching.Select(subject => $"- {subject[prefix.Length..]}\n"));
            }
        }

        return notes.ToString();
    }
}
