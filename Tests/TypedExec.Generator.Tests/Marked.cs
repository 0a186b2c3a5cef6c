using System.Text.RegularExpressions;
using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>Sources in which <c>«043|text»</c> marks where a diagnostic must be reported.</summary>
internal static partial class Marked
{
    /// <summary>Asserts that exactly these diagnostics are reported, each at its exact position.</summary>
    public static async Task Reports(string marked)
    {
        var expected = new List<string>();
        var source = "";
        var last = 0;
        foreach (Match match in Marker().Matches(marked))
        {
            source += marked[last..match.Index];
            var text = match.Groups["text"].Value;
            expected.Add($"TEXEC{match.Groups["id"].Value} at {source.Length}: {text}");
            source += text;
            last = match.Index + match.Length;
        }

        source += marked[last..];
        var diagnostics = await Analysis.Of(source);
        Assert.Equal(expected, diagnostics.Select(diagnostic =>
            $"{diagnostic.Id} at {diagnostic.Location.SourceSpan.Start}: {source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)}"));
    }

    [GeneratedRegex(@"«(?<id>\d+)\|(?<text>[^»]*)»")]
    private static partial Regex Marker();
}
