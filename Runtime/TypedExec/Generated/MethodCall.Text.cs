using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace TypedExec.Generated;

// How a value becomes part of a word.
public sealed partial class MethodCall
{
    /// <summary>Returns the text of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">A .NET format string, or null for the default text.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Format<T>(T? value, string? format = null)
        where T : IFormattable
        => format is null ? CommandArguments.Format(value) : value?.ToString(format, CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Format{T}(T, string)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Format<T>(T? value, string? format = null)
        where T : struct, IFormattable
        => format is null ? CommandArguments.Format(value) : value?.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Returns the text of a Boolean value.</summary>
    /// <param name="value">The value.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Format(bool? value) => value switch { true => "true", false => "false", null => null };

    /// <summary>Joins the items of a list to one text, or returns null if there are none.</summary>
    /// <param name="parameter">The parameter, named in errors.</param>
    /// <param name="items">The items, or null.</param>
    /// <param name="separator">The text that joins them.</param>
    /// <param name="secret">True to keep the items out of errors.</param>
    /// <exception cref="ArgumentException">An item contains the separator.</exception>
    public static string? Join(string parameter, IEnumerable<string?>? items, string separator, bool secret = false)
        => Join(parameter, items, separator, static item => item, secret);

    /// <summary>Joins the items of a list to one text, or returns null if there are none.</summary>
    /// <param name="parameter">The parameter, named in errors.</param>
    /// <param name="items">The items, or null.</param>
    /// <param name="separator">The text that joins them.</param>
    /// <param name="text">Returns the text of an item.</param>
    /// <param name="secret">True to keep the items out of errors.</param>
    /// <exception cref="ArgumentException">An item contains the separator.</exception>
    public static string? Join<T>(string parameter, IEnumerable<T>? items, string separator, Func<T, string?> text, bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(separator);
        StringBuilder? all = null;
        foreach (var item in items ?? [])
        {
            if (text(item) is not { } value)
            {
                continue;
            }

            if (value.Contains(separator, StringComparison.Ordinal))
            {
                throw new ArgumentException(
                    $"An item of {parameter} contains \"{separator}\", which separates the items: \"{(secret ? CommandArguments.Mask : value)}\".",
                    parameter);
            }

            all = all is null ? new StringBuilder(value) : all.Append(separator).Append(value);
        }

        return all?.ToString();
    }
}
