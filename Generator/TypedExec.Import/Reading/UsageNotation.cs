using System.Text.RegularExpressions;

namespace TypedExec.Import.Reading;

/// <summary>The conventions of usage lines: what stands for options, for repetition, or for a command line.</summary>
internal static partial class UsageNotation
{
    /// <summary>Dots after an item, which repeat it: <c>FILE...</c>, <c>FILE[,...]</c>.</summary>
    [GeneratedRegex(@"(?: ?\.\.\.| ?\[,?\.\.\.\])+$")]
    public static partial Regex Dots();

    /// <summary>A word in place of all options, as in <c>[OPTION]...</c> and <c>[common-options]</c>.</summary>
    [GeneratedRegex(@"^[<\[]?(?:(?:[a-z][a-z-]*[ -])?(?:options?|flags?|switches|opts)|(?:[a-z_-]+[-_])options)[>\]]?(?: ?\.\.\.)?$", RegexOptions.IgnoreCase)]
    public static partial Regex StandsForOptions();

    /// <summary>The values of an option in kubectl's notation: <c>(-o|--output=)json|yaml</c>.</summary>
    [GeneratedRegex(@"^\((-\w\|)?--[\w-]+=\)")]
    public static partial Regex ValuesOfOption();

    /// <summary>The value of a required option: <c>-k KEY</c>.</summary>
    [GeneratedRegex(@"\G[A-Z][A-Z0-9_]+(?= |$)")]
    public static partial Regex CapitalWord();

    /// <summary>An option somewhere in the text.</summary>
    [GeneratedRegex(@"(^|[\s\[(])-")]
    public static partial Regex HoldsOption();

    /// <summary>Braces that contain more than values: <c>{--diff|--compare}</c>, <c>{[options] -i url}</c>.</summary>
    [GeneratedRegex(@"^\{(-|\[|.* [-\[])")]
    public static partial Regex HoldsSequence();

    /// <summary>Letters without a dash, as in <c>tar {A|c|d}[GnS]</c>.</summary>
    [GeneratedRegex(@"^\{(\w\|)+\w\}")]
    public static partial Regex LetterCluster();

    /// <summary>The marker before the command line of another program: <c>-- COMMAND [args...]</c>.</summary>
    [GeneratedRegex(@"\G--(?= +[\[<({]*(?:command|cmd|program|args?|arguments?)\b)", RegexOptions.IgnoreCase)]
    public static partial Regex MarkedCommand();
}
