using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TypedExec.Generated;

/// <summary>The parsers of output. Generated code uses them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OutputParsers
{
    /// <summary>The text as it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The same.</param>
    public static bool Text(string text, out string value)
    {
        value = text;
        return true;
    }

    /// <summary>A value that is parsed for the invariant culture.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value.</param>
    public static bool Value<T>(string text, [MaybeNullWhen(false)] out T value)
        where T : IParsable<T>
    {
        value = Parse<T>(text);
        return true;
    }

    /// <summary>A value that is parsed for the invariant culture, or null for blank text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value.</param>
    public static bool NullableValue<T>(string text, out T? value)
        where T : struct, IParsable<T>
    {
        value = string.IsNullOrWhiteSpace(text) ? null : Parse<T>(text);
        return true;
    }

    /// <summary>A version number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The version.</param>
    public static bool Version(string text, out Version value)
    {
        value = ParseVersion(text);
        return true;
    }

    /// <summary>An absolute or relative URI.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The URI.</param>
    public static bool Uri(string text, out Uri value)
    {
        value = ParseUri(text);
        return true;
    }

    /// <summary>What another parser gives, or null for blank text.</summary>
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

    /// <summary>A record whose fields are separated.</summary>
    /// <param name="separator">What separates them.</param>
    /// <param name="minCount">How many there are at least.</param>
    /// <param name="maxCount">How many there are at most.</param>
    /// <param name="create">Makes the record of them.</param>
    public static OutputParser<T> Fields<T>(string separator, int minCount, int maxCount, Func<OutputFields, T> create)
        => (string text, [MaybeNullWhen(false)] out T value) =>
        {
            value = create(OutputFields.Split(text, separator, minCount, maxCount));
            return true;
        };

    /// <summary>A record of the groups of a regular expression; text that does not match is skipped.</summary>
    /// <param name="pattern">The regular expression.</param>
    /// <param name="create">Makes the record of them.</param>
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

    internal static FormatException NotA(string type, string text) => new($"\"{Excerpt.Of(text)}\" isn't a valid {type}");
}
