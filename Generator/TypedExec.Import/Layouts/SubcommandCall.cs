using System.Text.RegularExpressions;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Layouts;

/// <summary>A git usage line that may show a subcommand: <c>[-v | --verbose] show [-n] &lt;name&gt;</c>.</summary>
/// <param name="Name">The subcommand's name, or null if the line shows the command itself.</param>
/// <param name="Before">The options before the name.</param>
/// <param name="Line">The text after the name, or the whole line.</param>
internal sealed partial record SubcommandCall(string? Name, string Before, UsageLine Line)
{
    public static SubcommandCall Read(UsageLine usage)
    {
        // "[push [-p] ... ]": the name is optional.
        var text = OptionalName().IsMatch(usage.Text) && Placeholder.Enclosed(usage.Text, '[', ']') ? usage.Text[1..^1] : usage.Text;
        var cursor = new Cursor(text);
        while (cursor.Current == '[' && cursor.At(1) == '-')
        {
            cursor.TakeToken();
            cursor.SkipSpaces();
        }

        var before = text[..cursor.Position];
        return cursor.Take(Word()) is { } name
            ? new SubcommandCall(name.Value, before, usage with { Text = cursor.Rest.Trim() })
            : new SubcommandCall(null, "", usage);
    }

    [GeneratedRegex(@"\G[a-z][a-z-]*(?= |$)")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\[[a-z][a-z-]* ")]
    private static partial Regex OptionalName();
}
