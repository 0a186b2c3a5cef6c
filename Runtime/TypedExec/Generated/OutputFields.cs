using System.ComponentModel;

namespace TypedExec.Generated;

/// <summary>The fields of a line, by their index. Generated code reads them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OutputFields
{
    private readonly string[] _fields;

    private OutputFields(string[] fields) => _fields = fields;

    /// <summary>How many there are.</summary>
    public int Count => _fields.Length;

    /// <summary>The text of a field.</summary>
    /// <param name="index">Which one, from 0.</param>
    public string this[int index] => _fields[index];

    /// <summary>A field that is parsed.</summary>
    /// <param name="index">Which one, from 0.</param>
    /// <param name="parser">Parses it.</param>
    /// <exception cref="FormatException">It is not what is expected.</exception>
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
