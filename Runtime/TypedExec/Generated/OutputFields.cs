using System.ComponentModel;

namespace TypedExec.Generated;

/// <summary>Provides the fields of a line by index. For use by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OutputFields
{
    private readonly string[] _fields;

    private OutputFields(string[] fields) => _fields = fields;

    /// <summary>Gets the number of fields.</summary>
    public int Count => _fields.Length;

    /// <summary>Gets the text of a field.</summary>
    /// <param name="index">The index of the field, from 0.</param>
    public string this[int index] => _fields[index];

    /// <summary>Returns a parsed field.</summary>
    /// <param name="index">The index of the field, from 0.</param>
    /// <param name="parser">Parses the field.</param>
    /// <exception cref="FormatException">The field isn't valid.</exception>
    public T Get<T>(int index, OutputParser<T> parser) => FieldText.Parse($"field {index + 1}", _fields[index], parser);

    internal static OutputFields Split(string text, string separator, int minCount, int maxCount)
    {
        var fields = text.Split(separator);
        if (fields.Length >= minCount && fields.Length <= maxCount)
        {
            return new OutputFields(fields);
        }

        var expected = minCount == maxCount ? $"{minCount}" : $"{minCount} to {maxCount}";
        throw new FormatException($"expected {expected} fields, found {fields.Length}");
    }
}
