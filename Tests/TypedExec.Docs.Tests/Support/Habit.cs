using System.Text.RegularExpressions;

namespace TypedExec.Docs.Tests.Support;

/// <summary>A turn of phrase that reads as translated, and what a native technical writer puts instead.</summary>
/// <remarks>The section "Writing" of CONTRIBUTING.md has the style as a whole; these are the slips that a pattern can find.</remarks>
/// <param name="Pattern">What is looked for, regardless of case.</param>
/// <param name="Instead">What to write instead.</param>
internal sealed record Habit(string Pattern, string Instead)
{
    public static IReadOnlyList<Habit> All { get; } =
    [
        new(@"(?<!\b(there|default) )\b(is|are|was|were) no (?!longer\b|more\b|less\b|better\b)", "isn't, aren't, has no"),
        new(@"(?<!\b(leave|leaves|leaving|left)\b[^.|]{0,40})\bbehind\b(?! an? interface)", "after, following"),
        new(@"\btells? (of|by|that|whether|how)\b", "reports, says, shows"),
        new(@"\b(is|are|be|was|were) told\b", "is reported, receives"),
        new(@"\b(go|goes|went|going) on\b", "continues"),
        new(@"\blet(s|ting)? (\w+ )?go\b", "release, no longer track"),
        new(@"(?<!\b(both|most|each|some|none|all|many|one|two) )\bof which\b", "two sentences; whose"),
        new(@"\b(by|with|from|under|at|into) which\b", "where, two sentences"),
        new(@"\b(as|when) (it|they) comes?\b", "as it arrives, unchanged"),
        new(@"\b(and|or) the like\b", "and similar …, or name them"),
        new(@"\b(one|a) (?!of\b|is\b|implements\b)\w+ an? (item|line|child|class|topic|test|page|file|method|stage|argument|second|promise|interface|kind|word|call)\b", "one … per …"),
        new(@"\b(has|have) not\b(?! been\b| yet\b)", "doesn't have, hasn't"),
        new(@"\bbut for\b", "except for"),
        new(@"\bbeside\b", "next to, alongside, in addition to"),
        new(@"\ban? [\w-]+ of (its|their|your|our) own\b", "its own …, a separate …"),
        new(@"\b(fares?|fared)\b", "succeeds, fails"),
        new(@"\bmend(s|ed|ing)?\b", "fix"),
        new(@"\b(is|are) wanted\b", "is needed"),
        new(@"\bthe very (same|signature|one|thread|text)\b", "the same, exactly the"),
        new(@"\bfor ever\b", "forever"),
        new(@"\btakes? the place of\b", "replaces, overrides"),
        new(@"\bpass(es|ed)? over\b", "ignores, skips"),
        new(@"\bfar (process|shell|side|machine|end)\b", "remote …"),
        new(@"\bneed not\b", "doesn't have to"),
        new(@"\b(has|have) such\b(?! an?\b)", "supports it"),
        new(@"\b(thus|hence|thereby|therein|whereof)\b", "so, therefore"),
        new(@"\bin the way of\b|\bin the shape of\b", "in the format of, like"),
        new(@"\bat (the|its) most\b", "at most"),
        new(@"\b(cancelled|cancelling|signalled|signalling)\b", "canceled, signaled (American spelling)"),
        new(@"\bcannot but\b|\bnothing but\b(?! `)", "only"),
        new(@"\bsays nothing of\b|\bsaid of\b", "doesn't describe"),
        new(@"\bwhatever (it|they) (holds?|be)\b", "whatever it contains"),
        new(@"\bis due\b", "has to"),
        new(@"\bover there\b", "on the remote host"),
        new(@"\btak(e|es|en|ing) (it|them|the \w+) up\b(?! to\b)", "resume"),
        new(@"\bgives? no answer\b", "doesn't respond"),
        new(@"\ball the same\b", "still"),
    ];

    /// <summary>The lines of a text that have this habit.</summary>
    public IEnumerable<string> In(string path, string text)
        => Regex.Matches(text, Pattern.Replace(" ", @"\s+", StringComparison.Ordinal), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)
            .Select(match => $"{path}({text.AsSpan(0, match.Index).Count('\n') + 1}): \"{Around(text, match)}\": write \"{Instead}\"");

    private static string Around(string text, Match match)
    {
        const int Context = 30;
        var start = Math.Max(0, match.Index - Context);
        return text[start..Math.Min(text.Length, match.Index + match.Length + Context)].ReplaceLineEndings(" ");
    }
}
