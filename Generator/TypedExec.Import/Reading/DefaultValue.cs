using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>Derives an option's value from its default, as kubectl shows it: <c>--all=false</c>, <c>--filename=[]</c>, <c>--raw=''</c>.</summary>
internal static class DefaultValue
{
    public static (IReadOnlyList<HelpValue> Values, string? Separator) Read(string text) => text switch
    {
        "false" => ([], null),

        // It's on by default, so only --name=false has an effect.
        "true" => ([new HelpValue { IsOptional = true, Suggestions = ["true", "false"] }], "="),
        _ => ([new HelpValue()], "="),
    };

    /// <summary>The name of a value whose default is a list, until the option is marked as repeatable.</summary>
    public const string List = "[]";

    /// <summary>The value of an option in a manual page that shows its default in place of the value's name; null if it's a name.</summary>
    public static (IReadOnlyList<HelpValue> Values, string? Separator)? ReadShown(string text) => text switch
    {
        "true|false" or "false|true" => ([new HelpValue { IsOptional = true, Suggestions = ["true", "false"] }], "="),
        "true" or "false" => Read(text),
        "[]" => ([new HelpValue { Name = List }], "="),
        ['"', .., '"'] => ([new HelpValue()], "="),
        [>= '0' and <= '9', ..] when text.All(c => char.IsAsciiLetterOrDigit(c) || c == '.') => ([new HelpValue()], "="),
        _ => null,
    };

    /// <summary>Whether the default is a list, which means that the option may be repeated.</summary>
    public static bool IsList(string text) => text.Contains("=[", StringComparison.Ordinal);
}
