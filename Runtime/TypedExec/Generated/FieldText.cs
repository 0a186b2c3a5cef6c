namespace TypedExec.Generated;

/// <summary>The text of one field of a record.</summary>
internal static class FieldText
{
    public static T Parse<T>(string field, string text, OutputParser<T> parser)
    {
        try
        {
            return parser(text, out var value) ? value : throw new FormatException("it is missing");
        }
        catch (FormatException error)
        {
            throw new FormatException($"{field}: {error.Message}", error);
        }
    }
}
