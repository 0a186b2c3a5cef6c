using System.Globalization;

namespace TypedExec.Generated;

/// <summary>Formats values as programs read them, independently of the culture.</summary>
internal static class InvariantText
{
    public static string From<T>(T value, string? format)
        where T : IFormattable
    {
        if (format is not null)
        {
            return value.ToString(format, CultureInfo.InvariantCulture);
        }

        // FFFFFFF omits trailing zeros, and the decimal point if there are only zeros.
        return value switch
        {
            DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
            DateTimeOffset time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
            TimeSpan span => Seconds(span),
            double or float or Half => WithoutExponent(value.ToString("R", CultureInfo.InvariantCulture)),
            _ => value.ToString(null, CultureInfo.InvariantCulture),
        };
    }

    private static string Seconds(TimeSpan span)
        => ((decimal)span.Ticks / TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture);

    /// <summary><c>1E-07</c> as <c>0.0000001</c>.</summary>
    private static string WithoutExponent(string text)
    {
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        if (mark < 0)
        {
            return text;
        }

        var exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var sign = text[0] == '-' ? "-" : "";
        var mantissa = text[sign.Length..mark];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var place = (point < 0 ? mantissa.Length : point) + exponent;
        return place <= 0 ? $"{sign}0.{new string('0', -place)}{digits}"
            : place >= digits.Length ? sign + digits.PadRight(place, '0')
            : $"{sign}{digits[..place]}.{digits[place..]}";
    }
}
