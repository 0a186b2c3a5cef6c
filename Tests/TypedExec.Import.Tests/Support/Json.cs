using System.Text.Json;

namespace TypedExec.Import.Tests.Support;

/// <summary>Finds things in a specification.</summary>
internal static class Json
{
    public static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>Returns the subcommand with these words.</summary>
    public static JsonElement Subcommand(this JsonElement command, params string[] words)
        => words.Aggregate(command, (current, word) => current.GetProperty("subcommands").EnumerateArray().Single(item => item.Names().Contains(word)));

    public static IReadOnlyList<string> Subcommands(this JsonElement command)
        => command.TryGetProperty("subcommands", out var items) ? [.. items.EnumerateArray().Select(item => item.Names()[0])] : [];

    public static JsonElement Option(this JsonElement command, string name)
        => command.GetProperty("options").EnumerateArray().Single(item => item.Names().Contains(name));

    public static IReadOnlyList<string> Options(this JsonElement command)
        => command.TryGetProperty("options", out var items) ? [.. items.EnumerateArray().SelectMany(Names)] : [];

    public static IReadOnlyList<string> Names(this JsonElement item)
        => item.GetProperty("name") is { ValueKind: JsonValueKind.Array } names
            ? [.. names.EnumerateArray().Select(name => name.GetString()!)]
            : [item.GetProperty("name").GetString()!];

    public static bool Flag(this JsonElement item, string property) => item.TryGetProperty(property, out var value) && value.GetBoolean();
}
