namespace TypedExec.Generator.Tests.Grammar;

/// <summary>A command line as documented: arguments, or the first property that is rejected.</summary>
internal sealed class ModelLine
{
    public List<string> Arguments { get; } = [];

    public string? Refused { get; private set; }

    public ModelLine Refuse(string property)
    {
        Refused ??= property;
        return this;
    }

    public ModelLine Add(params string[] arguments)
    {
        Arguments.AddRange(arguments);
        return this;
    }

    public ModelLine Two(string property, string name, string value) => Checked(property, value).Add(name, value);

    public ModelLine Glued(string property, string name, string value) => Checked(property, value).Add(name + value);

    public ModelLine Repeat(string property, string name, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            Two(property, name, value);
        }

        return this;
    }

    /// <summary>Joins the items into one value; without a joiner they are already escaped.</summary>
    public ModelLine Joined(string property, string name, IEnumerable<string> items, string? refused)
    {
        string[] all = [.. items];
        if (refused is not null && all.Any(item => item.Contains(refused, StringComparison.Ordinal)))
        {
            return Refuse(property);
        }

        return all.Length == 0 ? this : Two(property, name, string.Join(refused ?? ",", all));
    }

    /// <summary>Returns the pairs as text.</summary>
    public IEnumerable<string> Pairs(string property, IEnumerable<(string Key, string? Value)> pairs, string sign)
    {
        foreach (var (key, value) in pairs)
        {
            // Where the key is split again: at the first separator.
            var text = value is null ? key : key + sign + value;
            if (value is null ? key.Contains(sign, StringComparison.Ordinal) : text.IndexOf(sign, StringComparison.Ordinal) != key.Length)
            {
                Refuse(property);
            }

            yield return text;
        }
    }

    public ModelLine Positionals(string property, IEnumerable<string> values, bool isBehindMarker = false)
    {
        foreach (var value in values)
        {
            _ = !isBehindMarker && value.Length > 1 && value[0] == '-' ? Refuse(property) : Checked(property, value).Add(value);
        }

        return this;
    }

    private ModelLine Checked(string property, string value) => value.Contains('\0', StringComparison.Ordinal) ? Refuse(property) : this;
}
