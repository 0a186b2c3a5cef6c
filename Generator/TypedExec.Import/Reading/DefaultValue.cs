using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>Reads an option's value from its default, as kubectl shows it: <c>--all=false</c>, <c>--filename=[]</c>, <c>--raw=''</c>.</summary>
internal static class DefaultValue
{
    public static (IReadOnlyList<HelpValue> Values, string? Separator) Read(string text) => text switch
    {
        "false" => ([], null),

        // On by default: only --name=false says something.
        "true" => ([new HelpValue { IsOptional = true, Suggestions = ["true", "false"] }], "="),
        _ => ([new HelpValue()], "="),
    };

    /// <summary>Whether the default is a list, so that the option may be repeated.</summary>
    public static bool IsList(string text) => text.Contains("=[", StringComparison.Ordinal);
}
