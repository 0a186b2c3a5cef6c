using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace TypedExec.Generated;

// What a value is in a word.
public sealed partial class MethodCall
{
    /// <summary>The text of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">A .NET format string; null: the usual text.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Format<T>(T? value, string? format = null)
        where T : IFormattable
        => format is null ? CommandArguments.Format(value) : value?.ToString(format, CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Format{T}(T, string)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Format<T>(T? value, string? format = null)
        where T : struct, IFormattable
        => format is null ? CommandArguments.Format(value) : value?.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>The text of a truth value.</summary>
    /// <param name="value">The value.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Format(bool? value) => value switch { true => "true", false => "false", null => null };

    /// <summary>The items of a list in one text; null when there are none.</summary>
    /// <param name="parameter">The parameter; errors name it.</param>
    /// <param name="items">The items; null: none.</param>
    /// <param name="separator">What joins them.</param>
    /// <param name="secret">Whether the items are kept out of errors.</param>
    /// <exception cref="ArgumentException">An item contains the separator.</exception>
    public static string? Join(string parameter, IEnumerable<string?>? items, string separator, bool secret = false)
        => Join(parameter, items, separator, static item => item, secret);

    /// <summary>The items of a list in one text; null when there are none.</summary>
    /// <param name="parameter">The parameter; errors name it.</param>
    /// <param name="items">The items; null: none.</param>
    /// <param name="separator">What joins them.</param>
    /// <param name="text">Gives the text of an item.</param>
    /// <param name="secret">Whether the items are kept out of errors.</param>
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
