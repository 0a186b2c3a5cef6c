using System.Globalization;

namespace TypedExec.Ipc.V8;

/// <summary>A number as a property name, written as JavaScript does.</summary>
internal static class PropertyName
{
    public static string From(double number)
    {
        switch (number)
        {
            case 0:
                return "0";
            case double.PositiveInfinity:
                return "Infinity";
            case double.NegativeInfinity:
                return "-Infinity";
        }

        // .NET uses an exponent from 1e15 on and below 1e-4, JavaScript from 1e21 on and below 1e-6. The digits are the same.
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        if (mark < 0)
        {
            return text;
        }

        var sign = number < 0 ? "-" : "";
        var exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var digits = text[sign.Length..mark].Replace(".", "", StringComparison.Ordinal);
        return exponent switch
        {
            >= 0 and < 21 when digits.Length <= exponent + 1 => sign + digits.PadRight(exponent + 1, '0'),
            >= 0 and < 21 => $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}",
            < 0 and > -7 => $"{sign}0.{new string('0', -exponent - 1)}{digits}",
            _ => $"{text[..mark]}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent)}",
        };
    }
}
