using TypedExec.CommandLines.Specifications;

namespace TypedExec.Import.Source;

/// <summary>The names of one class's options: which are rendered, and which short names are available for them.</summary>
internal sealed class ClassOptions
{
    private readonly HashSet<string> _primary;
    private readonly Dictionary<string, OptionSpecification> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<OptionSpecification, string> _shorts = [];

    public ClassOptions(IReadOnlyList<OptionSpecification> options)
    {
        _primary = [.. options.Select(option => option.Name)];
        foreach (var option in options)
        {
            _owners.TryAdd(option.Name, option);
            if (option.Name.StartsWith("--", StringComparison.Ordinal)
                && option.Names.FirstOrDefault(name => name is ['-', not '-'] && !_primary.Contains(name)) is { } shortName
                && _owners.TryAdd(shortName, option))
            {
                _shorts[option] = shortName;
            }
        }
    }

    /// <summary>The short name for the attribute, or null if there is none or another option uses it.</summary>
    public string? ShortOf(OptionSpecification option) => _shorts.GetValueOrDefault(option);

    /// <summary>Whether the name belongs to another option of the class, according to its attribute.</summary>
    public bool IsOther(string name, OptionSpecification option) => _owners.TryGetValue(name, out var owner) && owner != option;
}
