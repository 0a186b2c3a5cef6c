using System.Text.RegularExpressions;
using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>
/// Recognizes numbers and paths by the name of the value, if it excludes anything else: <c>NUM</c> is a number, but <c>SIZE</c>
/// may have a unit, and <c>[-]NUM</c> a sign with a meaning.
/// </summary>
internal static partial class ValueTypes
{
    public static IReadOnlyList<HelpOption> Infer(IReadOnlyList<HelpOption> options)
        => [.. options.Select(option => option with { Values = Infer(option.Values) })];

    public static IReadOnlyList<HelpValue> Infer(IReadOnlyList<HelpValue> values)
        => [.. values.Select(value => value.Type == HelpValueType.Text && value.Suggestions.Count == 0 ? value with { Type = Of(value.Name ?? "") } : value)];

    private static HelpValueType Of(string name)
        => Integer().IsMatch(name) ? HelpValueType.Integer
            : Number().IsMatch(name) ? HelpValueType.Number
            : File().IsMatch(name) ? HelpValueType.File
            : Folder().IsMatch(name) ? HelpValueType.Folder
            : HelpValueType.Text;

    [GeneratedRegex("^(num|number|int|integer|u?int(8|16|32|64)?|uint|count|port)$", RegexOptions.IgnoreCase)]
    private static partial Regex Integer();

    [GeneratedRegex("^(float(32|64)?|double|decimal|fractional seconds)$", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?!.*[/:=,])((\w+[_ -])?(file|filename|filepath|file_?path|path))$", RegexOptions.IgnoreCase)]
    private static partial Regex File();

    [GeneratedRegex(@"^(?!.*[/:=,])((\w+[_ -])?(dir|directory|folder)(name)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Folder();
}
