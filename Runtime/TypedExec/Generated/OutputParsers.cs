using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TypedExec.Generated;

/// <summary>Provides the parsers of output. For use by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OutputParsers
{
    /// <summary>Returns the text unchanged.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The same text.</param>
    public static bool Text(string text, out string value)
    {
        value = text;
        return true;
    }

    /// <summary>Parses a value with the invariant culture.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value.</param>
    public static bool Value<T>(string text, [MaybeNullWhen(false)] out T value)
        where T : IParsable<T>
    {
        value = Parse<T>(text);
        return true;
    }

    /// <summary>Parses a value with the invariant culture, or returns null for blank text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value.</param>
    public static bool NullableValue<T>(string text, out T? value)
        where T : struct, IParsable<T>
    {
        value = string.IsNullOrWhiteSpace(text) ? null : Parse<T>(text);
        return true;
    }

    /// <summary>Parses a version number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The version.</param>
    public static bool Version(string text, out Version value)
    {
        value = ParseVersion(text);
        return true;
    }

    /// <summary>Parses an absolute or relative URI.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The URI.</param>
    public static bool Uri(string text, out Uri value)
    {
        value = ParseUri(text);
        return true;
    }

    /// <summary>Creates a parser that returns null for blank text and otherwise uses another parser.</summary>
    /// <param name="parser">The other parser.</param>
    public static OutputParser<T?> NullIfBlank<T>(OutputParser<T> parser)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(parser);
        return (string text, out T? value) =>
        {
            value = null;
            return string.IsNullOrWhiteSpace(text) || parser(text, out value);
        };
    }

    /// <summary>Creates a parser for a record whose fields are separated by a text.</summary>
    /// <param name="separator">The text that separates the fields.</param>
    /// <param name="minCount">The minimum number of fields.</param>
    /// <param name="maxCount">The maximum number of fields.</param>
    /// <param name="create">Creates the record from its fields.</param>
    public static OutputParser<T> Fields<T>(string separator, int minCount, int maxCount, Func<OutputFields, T> create)
        => (string text, [MaybeNullWhen(false)] out T value) =>
        {
            value = create(OutputFields.Split(text, separator, minCount, maxCount));
            return true;
        };

    /// <summary>
    /// Creates a parser for a record from the groups of a regular expression. Text that doesn't match is skipped.
    /// </summary>
    /// <param name="pattern">The regular expression.</param>
    /// <param name="create">Creates the record from the groups.</param>
    public static OutputParser<T> Groups<T>(Regex pattern, Func<OutputGroups, T> create)
        => (string text, [MaybeNullWhen(false)] out T value) =>
        {
            var match = pattern.Match(text);
            value = match.Success ? create(new OutputGroups(match)) : default;
            return match.Success;
        };

    internal static T Parse<T>(string text)
        where T : IParsable<T>
        => T.TryParse(text.Trim(), CultureInfo.InvariantCulture, out var value) ? value : throw NotA(typeof(T).Name, text);

    internal static Version ParseVersion(string text)
        => System.Version.TryParse(text.AsSpan().Trim(), out var version) ? version : throw NotA("version", text);

    internal static Uri ParseUri(string text)
        => System.Uri.TryCreate(text.Trim(), UriKind.RelativeOrAbsolute, out var uri) ? uri : throw NotA("URI", text);

    internal static FormatException NotA(string type, string text) => new($"\"{Excerpt.From(text)}\" isn't a valid {type}");
}
